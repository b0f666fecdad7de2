/** An option that is none, up to its value: `--docker-password=hunter2` may hold a password, and `-phunter2` too. */
const UNKNOWN_OPTION = /^unknown option '(--[^=\s']*|-.)/;
/** What commander proposes in its place. */
const SUGGESTION = /\n\(Did you mean [^)\n]*\)\n$/;
const KUBECTL = /^--docker-/;

/** What commander says of a wrong command line, without the value of an option that it does not know. */
export function shownUsageFault(text: string): string {
  const fault = text.replace(/^error: /, '');
  const [, option] = UNKNOWN_OPTION.exec(fault) ?? [];
  if (option === undefined) return `regcred: ${fault}`;
  const wayOut = KUBECTL.test(option)
    ? ": kubectl has it, write --login SERVER=SOURCE as 'regcred secret --help' says\n"
    : (SUGGESTION.exec(fault)?.[0] ?? '\n');
  return `regcred: unknown option '${option}'${wayOut}`;
}
