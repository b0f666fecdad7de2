import type { CompletedCommand } from './completed-command';

/** The completion script for bash. */
export function formatBash(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const flags = options.flatMap((option) => option.flags).join(' ');
    const values = options
      .filter((option) => option.takesValue)
      .map(({ flags, words }) => `        ${flags.join('|')}) ${replies(words)} ;;`);
    return [
      `    ${name})`,
      '      case $previous in',
      ...values,
      '        *)',
      `          if [[ $current == -* ]]; then ${replies(flags.split(' '))}`,
      `          else ${replies(words)}; fi ;;`,
      '      esac ;;',
    ].join('\n');
  });
  return `# bash completion of regcred
_regcred() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    ${replies([...commands.map(({ name }) => name), 'help', '--help', '--version'])}
    return
  fi
  case $command in
${cases.join('\n')}
    help) ${replies(commands.map(({ name }) => name))} ;;
  esac
}
complete -F _regcred regcred
`;
}

function replies(words: readonly string[]): string {
  const source = words.length === 0 ? '-f' : `-W '${words.join(' ')}'`;
  return `mapfile -t COMPREPLY < <(compgen ${source} -- "$current")`;
}
