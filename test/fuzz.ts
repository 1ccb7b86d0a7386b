// Runs the laws of editing as often as one likes: npm run fuzz -- 1000000 [seed]
import fc from 'fast-check';
import { LAWS } from './core/edit/laws';

const [runs = '1000000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
console.log(`${runs} runs of each law, seed ${seed}`);
async function run(): Promise<void> {
  let broken = 0;
  for (const [name, law] of Object.entries(LAWS)) {
    const start = performance.now();
    const result = await fc.check(law, { numRuns: Number(runs), seed: Number(seed) });
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`${result.failed ? 'BROKEN' : 'holds'}  ${name}  (${result.numRuns} runs, ${seconds} s)`);
    if (!result.failed) continue;
    broken++;
    console.log(fc.defaultReportMessage(result));
  }
  process.exitCode = broken > 0 ? 1 : 0;
}

void run();
