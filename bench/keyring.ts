// Looking images up in pull secrets: what ten times the keys cost.
import { DockerConfig, Keyring } from 'regcred';
import { fewestCpu } from './cpu';
import { atMost, type BenchTable } from './table';

const ROUNDS = 7;
const LOOKUPS = 100_000;
const FEW = 20;
const MANY = 200;
/** Keys are found by their host, so that more of them cost an image about the same; a list to search would show as 10. */
const MAX_RATIO = 2;

function keyringOf(count: number): Keyring {
  const logins = Array.from({ length: count }, (_, i) => ({
    server: `r${i}.example.com/team/`,
    username: 'bot',
    password: 'token',
  }));
  return Keyring.of([DockerConfig.fromLogins(logins)]);
}

/** Every second image has a key. */
function lookups(keyring: Keyring): () => number {
  return () => {
    let found = 0;
    for (let i = 0; i < LOOKUPS; i++) found += keyring.lookup(`r${i % (2 * FEW)}.example.com/team/app:${i}`).length;
    return found;
  };
}

/** CPU of looking images up among few keys and among many. */
export function keyringBench(): BenchTable {
  const { few, many } = fewestCpu({ few: lookups(keyringOf(FEW)), many: lookups(keyringOf(MANY)) }, ROUNDS);
  const ratio = many / few;
  return {
    title: 'Images against pull secrets',
    columns: ['keys', 'CPU ms for 100,000 images', `${FEW} keys = 1`],
    rows: [
      [`${FEW}`, few.toFixed(0), '1.00'],
      [`${MANY}`, many.toFixed(0), ratio.toFixed(2)],
    ],
    gate: [atMost(MAX_RATIO, 'looking up among ten times the keys, at most', ratio)],
  };
}
