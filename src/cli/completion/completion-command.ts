import { Argument, Command } from 'commander';
import { EXIT_CLEAN } from '../exit-code';
import type { CliIo } from '../io';
import type { Finish } from '../program';
import { SHELLS, type Shell } from './shells';

const EXAMPLES = `
Examples:
  source <(regcred completion bash)                                    in ~/.bashrc
  regcred completion zsh > "\${fpath[1]}/_regcred"                      once
  regcred completion fish > ~/.config/fish/completions/regcred.fish    once`;

export function completionCommand(io: CliIo, finish: Finish): Command {
  return new Command('completion')
    .usage('[options] SHELL')
    .description('print the shell completion for bash, zsh or fish')
    .addArgument(new Argument('<SHELL>', 'the shell that is to complete').choices(SHELLS))
    .addHelpText('after', EXAMPLES)
    .action((shell: Shell, _options: object, command: Command) => {
      const { formatCompletion } = require('./format-completion') as typeof import('./format-completion');
      io.stdout.write(formatCompletion(shell, command.parent ?? command));
      finish(EXIT_CLEAN);
    });
}
