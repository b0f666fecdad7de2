/** Keys and values by which Pulumi marks what JSON cannot say. */
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** Plain JSON, with the paths of what was secret and of what nobody can know yet. */
export interface PlainValue {
  readonly value: unknown;
  readonly secrets: readonly string[];
  readonly unknowns: readonly string[];
}

/** What stands in a plain value for a value that is known only after `up`. */
export const UNKNOWN_TEXT = '<unknown>';

/** Takes the marks of secrets and unknowns out of a property that came over the wire. */
export function toPlain(wire: unknown): PlainValue {
  const secrets: string[] = [];
  const unknowns: string[] = [];
  return { value: strip(wire, '', secrets, unknowns), secrets, unknowns };
}

/** The property as plain JSON, when only that is of interest. */
export function plainObject(wire: unknown): Readonly<Record<string, unknown>> {
  const { value } = toPlain(wire);
  return isRecord(value) ? value : {};
}

function strip(wire: unknown, path: string, secrets: string[], unknowns: string[]): unknown {
  if (wire === UNKNOWN) {
    unknowns.push(path);
    return UNKNOWN_TEXT;
  }
  if (Array.isArray(wire)) return wire.map((item, index) => strip(item, `${path}[${index}]`, secrets, unknowns));
  if (!isRecord(wire)) return wire;
  if (wire[SIGNATURE] === SECRET) {
    secrets.push(path);
    return strip(wire.value, path, secrets, unknowns);
  }
  return Object.fromEntries(
    Object.entries(wire).map(([key, value]) => [key, strip(value, `${path}.${key}`, secrets, unknowns)]),
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
