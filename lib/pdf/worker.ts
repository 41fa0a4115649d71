import { readFile, writeFile } from 'node:fs/promises';
import { type Inspected, inspect } from '@/lib/pdf/inspect';
import { PdfRefused, type RefusalCode } from '@/lib/pdf/refusal';
import { seal } from '@/lib/pdf/seal';
import type { SealOrder } from '@/lib/pdf/stamp';

/**
 * Runs in a process of its own that is killed when a file takes too much time or memory. Files come and go by path.
 * The process ends with the one that started it.
 */
export type InspectJob = { kind: 'inspect'; file: string };
export type SealJob = { kind: 'seal'; file: string; sealed: string; order: SealOrder };
export type Job = InspectJob | SealJob;

export type Answer<J extends Job> = J extends InspectJob ? Inspected : { ok: true } | Refusal;
/** The service is at fault, not the file. */
export type Failure = { failed: string };
type Refusal = { ok: false; code: RefusalCode };

async function answer(job: Job): Promise<Answer<Job> | Failure> {
  try {
    const bytes = await readFile(job.file);
    if (job.kind === 'inspect') return await inspect(bytes);
    await writeFile(job.sealed, await seal(bytes, job.order), { mode: 0o600 });
    return { ok: true };
  } catch (error) {
    if (error instanceof PdfRefused) return { ok: false, code: error.code };
    return { failed: error instanceof Error ? error.message : 'unknown' };
  }
}

process.on('disconnect', () => process.exit());
process.on('message', async (job: Job) => {
  process.send?.(await answer(job));
  // What a large file leaves behind must not count against the next one.
  globalThis.gc?.();
});
process.send?.({ ok: true });
