// `npm run bench`: every gate; `npm run bench -- image synth` those that are named. Exits 1 where a gate does not hold.
import { checkBench } from './check';
import { imageBench } from './image';
import { pulumiBench } from './pulumi';
import { scaleBench } from './scale';
import { synthBench } from './synth';
import { type BenchTable, printTable } from './table';

const BENCHES: Record<string, () => BenchTable | Promise<BenchTable>> = {
  check: checkBench,
  image: imageBench,
  pulumi: pulumiBench,
  scale: scaleBench,
  synth: synthBench,
};

const wanted = process.argv.slice(2);
async function main(): Promise<void> {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const table = await bench();
    console.log(printTable(table));
    if (table.gate?.some(({ holds }) => !holds)) process.exitCode = 1;
  }
}

void main();
