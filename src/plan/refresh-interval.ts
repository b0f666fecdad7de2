import { RegcredError } from '../error';
import { spokenDuration } from './durations';

/** Seconds between two looks at a secret store. */
const DEFAULT_INTERVAL = 3_600;

/**
 * The seconds between two refreshes: those that were asked for, or an hour.
 *
 * @throws RegcredError `refresh-interval` where it is no whole number of seconds above 0
 */
export function parseRefreshInterval(seconds: number | undefined): number {
  const interval = seconds ?? DEFAULT_INTERVAL;
  if (Number.isSafeInteger(interval) && interval > 0) return interval;
  throw new RegcredError(
    'refresh-interval',
    `refreshInterval is a whole number of seconds above 0: got ${interval}, leave it out for ${DEFAULT_INTERVAL}; ` +
      `a secret that is never fetched again never gets a new password`,
  );
}

/** How long a token of a registry works; none where it works until it is replaced. */
export interface TokenLife {
  readonly registry: string;
  readonly seconds?: number;
}

/**
 * The seconds between two refreshes of tokens: half of the shortest life unless asked for otherwise, so that one failed refresh harms nobody.
 *
 * @throws RegcredError `refresh-interval` where a token would be dead before the next one comes
 */
export function tokenRefreshInterval(seconds: number | undefined, lives: readonly TokenLife[]): number {
  for (const { registry, seconds: life } of lives) {
    if (seconds !== undefined && life !== undefined && seconds >= life) throw tooLong(seconds, registry, life);
  }
  const known = lives.map((life) => life.seconds).filter((life) => life !== undefined);
  return parseRefreshInterval(seconds ?? (known.length > 0 ? Math.floor(Math.min(...known) / 2) : undefined));
}

function tooLong(seconds: number, registry: string, life: number): RegcredError {
  return new RegcredError(
    'refresh-interval',
    `a token of ${registry} lives ${spokenDuration(life)} (${life} seconds), and a new one would come after ${seconds}: ` +
      `write a refreshInterval of at most ${Math.floor(life / 2)}, or leave it out`,
  );
}
