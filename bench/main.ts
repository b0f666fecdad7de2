// `npm run bench`: every gate; `npm run bench -- image synth` those that are named. Exits 1 where a gate does not hold.
import { checkBench } from './check';
import { imageBench } from './image';
import { scaleBench } from './scale';
import { synthBench } from './synth';
import { printTable } from './table';

const BENCHES: Record<string, () => ReturnType<typeof synthBench>> = {
  check: checkBench,
  image: imageBench,
  scale: scaleBench,
  synth: synthBench,
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const table = bench();
  console.log(printTable(table));
  if (table.gate?.some(({ holds }) => !holds)) process.exitCode = 1;
}
