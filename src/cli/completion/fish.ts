import type { CompletedCommand } from './completed-command';

/** The completion script for fish. */
export function formatFish(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, description, options, words }) => {
    const when = `-n '__fish_seen_subcommand_from ${name}'`;
    const flags = options.map(({ flags, description, takesValue, words }) => {
      const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
      const value = takesValue ? (words.length > 0 ? ` -x -a '${words.join(' ')}'` : ' -r') : '';
      return `complete -c regcred ${when} ${names.join(' ')}${value} -d ${fishQuoted(description)}`;
    });
    const argument = words.length > 0 ? [`complete -c regcred ${when} -f -a '${words.join(' ')}'`] : [];
    return [
      `complete -c regcred -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(description)}`,
      ...flags,
      ...argument,
    ];
  });
  return `# fish completion of regcred\n${lines.join('\n')}\n`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
