/** Words that YAML 1.1 reads as a boolean or as nothing; others cannot be a name. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null)$/;
const NUMBER = /^[0-9]+(?:\.[0-9]*)?(?:e-?[0-9]+)?$/;
const INTEGER = /^0(?:b[01]+|o[0-7]+|x[0-9a-f]+)$/;
const INTEGER_LIMIT = 2n ** 64n;
const DATE = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/;

/** The name of a Kubernetes object as kubectl writes it in YAML: in quotes where YAML 1.1 would read something else. */
export function yamlName(name: string): string {
  const isOther = WORD.test(name) || NUMBER.test(name) || isInteger(name) || isDate(name);
  return isOther ? `"${name}"` : name;
}

/** With a prefix, kubectl's reader knows 64 bits; longer ones are text to it. */
function isInteger(name: string): boolean {
  return INTEGER.test(name) && BigInt(name) < INTEGER_LIMIT;
}

function isDate(name: string): boolean {
  const [, year, month, day] = DATE.exec(name)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
