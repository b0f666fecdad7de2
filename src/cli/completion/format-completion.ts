import type { Command } from 'commander';
import { formatBash } from './bash';
import { completedCommand } from './completed-command';
import { formatFish } from './fish';
import type { Shell } from './shells';
import { formatZsh } from './zsh';

const FORMATTERS = { bash: formatBash, zsh: formatZsh, fish: formatFish } as const;

/** A completion script, made from the commands themselves. */
export function formatCompletion(shell: Shell, program: Command): string {
  return FORMATTERS[shell](program.commands.map(completedCommand));
}
