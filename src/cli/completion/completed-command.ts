import type { Command } from 'commander';

/** What can be completed after the name of a command. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** Words for the arguments; files where there are none. */
  readonly words: readonly string[];
}

export interface CompletedOption {
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** Words for the value; files where there are none. */
  readonly words: readonly string[];
}

/** A command as the shells need it. */
export function completedCommand(command: Command): CompletedCommand {
  return {
    name: command.name(),
    description: command.description(),
    words: command.registeredArguments[0]?.argChoices ?? command.commands.map((inner) => inner.name()),
    options: completedOptions(command),
  };
}

/** The options of a command and of the commands in it, each once. */
function completedOptions(command: Command): CompletedOption[] {
  const own = command
    .createHelp()
    .visibleOptions(command)
    .map(({ short, long, description, required, optional, argChoices }) => ({
      flags: [short, long].filter((flag) => flag !== undefined),
      description,
      takesValue: required || optional,
      words: argChoices ?? [],
    }));
  const options = [...own, ...command.commands.flatMap(completedOptions)];
  return options.filter(({ flags }, i) => options.findIndex((other) => other.flags.at(-1) === flags.at(-1)) === i);
}
