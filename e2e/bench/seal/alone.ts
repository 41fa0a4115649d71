import { rmSync } from 'node:fs';
import { type CandidateName, candidates } from './candidates';
import { idleKilobytes, peakKilobytes, resetPeak } from './resident';

/** Run in a process of its own: a candidate on a small file to get warm, then on another; says what memory it took. */
const [name, small = '', file = '', to = ''] = process.argv.slice(2);
const candidate = candidates[name as CandidateName];

async function run(from: string): Promise<void> {
  await candidate(from, to);
  rmSync(to);
  globalThis.gc?.();
}

for (let n = 0; n < 2; n += 1) await run(small);
const idle = idleKilobytes(process.pid);
resetPeak(process.pid);
await run(file);
process.stdout.write(JSON.stringify({ idle, peak: peakKilobytes(process.pid) }));
process.exit();
