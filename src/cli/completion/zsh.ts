import type { CompletedCommand } from './completed-command';

/** The completion script for zsh. */
export function formatZsh(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, description }) => `    ${zshQuoted(`${name}:${description}`)}`);
  const cases = commands.map(({ name, options, words }) => {
    const specs = options.flatMap(({ flags, description, takesValue, words }) =>
      flags.map((flag) => {
        const value = takesValue ? `:value:${words.length > 0 ? `(${words.join(' ')})` : '_files'}` : '';
        return zshQuoted(`*${flag}[${description.replace(/[[\]]/g, '\\$&')}]${value}`);
      }),
    );
    const rest = zshQuoted(`*:argument:${words.length > 0 ? `(${words.join(' ')})` : '_files'}`);
    return `    ${name})\n      _arguments -s ${[...specs, rest].join(' \\\n        ')} ;;`;
  });
  return `#compdef regcred
# zsh completion of regcred
_regcred() {
  local -a commands=(
${described.join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join('\n')}
    help) _describe command commands ;;
  esac
}
if [[ $funcstack[1] == _regcred ]]; then _regcred "$@"; else compdef _regcred regcred; fi
`;
}

function zshQuoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
