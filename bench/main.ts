// `npm run bench`: every gate; `npm run bench -- image synth` those that are named. Exits 1 where a gate does not hold.
import { spawnSync } from 'node:child_process';
import { checkBench } from './check';
import { hostileBench } from './hostile';
import { imageBench } from './image';
import { keyringBench } from './keyring';
import { pulumiBench } from './pulumi';
import { scaleBench } from './scale';
import { synthBench } from './synth';
import { type BenchTable, printTable } from './table';

const BENCHES: Record<string, () => BenchTable | Promise<BenchTable>> = {
  check: checkBench,
  hostile: hostileBench,
  image: imageBench,
  keyring: keyringBench,
  pulumi: pulumiBench,
  scale: scaleBench,
  synth: synthBench,
};

const wanted = process.argv.slice(2);

async function run(name: string): Promise<void> {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`no bench '${name}': there are ${Object.keys(BENCHES).join(', ')}`);
  const table = await bench();
  console.log(printTable(table));
  if (table.gate?.some(({ holds }) => !holds)) process.exitCode = 1;
}

/** A process for each bench: what one leaves in memory is not the next one's. */
function runAlone(name: string): void {
  const { status } = spawnSync(process.execPath, [...process.execArgv, __filename, name], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

const [only, ...others] = wanted;
if (only !== undefined && others.length === 0) void run(only);
else for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) runAlone(name);
