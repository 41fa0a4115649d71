import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import type { Job } from '@/lib/pdf/seal/worker';
import { startConfined } from '@/lib/services/pdf-sandbox/confined-process';
import { pdfProgram } from '@/lib/services/pdf-sandbox/pdf-program';
import { issued } from '@/lib/testing/pdf/pages';
import type { CandidateName } from './candidates';
import { idleKilobytes, peakKilobytes, resetPeak } from './resident';
import { stampPlace } from './stamp';

/** In MB: what a process held before, warm, and the most that it held while it made one file of another. */
export type Memory = { idle: number; peak: number };

const inMegabytes = ({ idle, peak }: Memory): Memory => ({ idle: idle / 1024, peak: peak / 1024 });

/** Of a fresh process that runs a candidate: on `small` first, then on `file`. */
export function memoryOf(name: CandidateName, small: string, file: string): Memory {
  const script = path.join(import.meta.dirname, 'alone.ts');
  const args = ['--import', 'tsx', '--expose-gc', script, name, small, file, `${file}.${process.pid}`];
  return inMegabytes(
    JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 120_000 })),
  );
}

/** Of the process in which the service seals, without the wrapper that takes its network and its files away. */
export async function memoryOfSealing(small: string, file: string): Promise<Memory> {
  const child = startConfined(await pdfProgram(), 'node');
  const pid = child.pid ?? 0;
  const { room, sign } = await courtSigner();
  const run = async (from: string) => {
    child.send({
      kind: 'seal',
      bytes: readFileSync(from),
      order: issued,
      place: stampPlace,
      room,
    } satisfies Job);
    const [{ digest }] = await once(child, 'message');
    child.send({ signature: Buffer.from(await sign(Buffer.from(digest, 'base64'))).toString('base64') });
    const [answer] = await once(child, 'message');
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    // It tidies up after it has answered.
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  try {
    await once(child, 'message');
    for (let n = 0; n < 2; n += 1) await run(small);
    const idle = idleKilobytes(pid);
    resetPeak(pid);
    await run(file);
    return inMegabytes({ idle, peak: peakKilobytes(pid) });
  } finally {
    child.kill();
  }
}
