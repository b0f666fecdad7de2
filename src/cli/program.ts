import { Command } from 'commander';
import { checkCommand } from './check/check-command';
import { completionCommand } from './completion/completion-command';
import { explainCommand } from './explain/explain-command';
import { identityCommand } from './identity/identity-command';
import { injectCommand } from './inject/inject-command';
import type { CliIo } from './io';
import { secretCommand } from './secret/secret-command';
import { shownUsageFault } from './usage-fault';
import { packageVersion } from './version';

/** Tells the exit code that a command ends with. */
export type Finish = (exitCode: number) => void;

const EXAMPLES = `
Examples:
  regcred check k8s/                            every image of a folder
  helm template . | regcred check -             what a chart renders
  regcred explain ghcr.io/acme/api:1 -f k8s/    which login the kubelet takes
  regcred secret regcred --login ghcr.io=env:GHCR | kubectl apply -n payments -f -

Exit codes:
  0  clean    1  findings    2  wrong usage, or something could not be read

regcred.yaml, in the working folder or above it, holds what a project has decided.`;

/** The examples are written for this width. */
const HELP_WIDTH = 100;

/** The whole command line: what is here is cheap, a command loads the rest when it is run. */
export function buildProgram(io: CliIo, finish: Finish): Command {
  const program = new Command('regcred')
    .description('Will each image of these manifests be pulled, and with which login?')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError()
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage().replace('[options] ', '')}` })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(shownUsageFault(text)),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  for (const define of [
    checkCommand,
    explainCommand,
    secretCommand,
    injectCommand,
    identityCommand,
    completionCommand,
  ]) {
    program.addCommand(inherit(define(io, finish), program));
  }
  return program;
}

/** A command with the settings of its parent, and so its own commands. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const inner of command.commands) inherit(inner, command);
  return command;
}
