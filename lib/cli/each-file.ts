import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { emptyPage } from '@/lib/services/pdf-sandbox/empty-page';
import { readClaim } from '@/lib/services/pdf-sandbox/pdf';

/** In milliseconds: the longest that a verb works on one file. */
export const mostMs = 6_500;

type Told = { line: object; error?: string };

/**
 * Prints for each file a line of JSON: its name, what `tell` says of its bytes, and the time that it took as `ms`. Where
 * that has an `error`, the line has it too and the verb exits with 1.
 * @param failed what stands in the line of a file that could not be read or examined
 */
export async function eachFile(
  files: string[],
  tell: (bytes: Uint8Array) => Promise<Told>,
  failed: (error: string) => object,
): Promise<void> {
  // Starts the process that reads, so that no file's time has its start.
  await readClaim(emptyPage);
  for (const file of files) {
    const start = performance.now();
    const bytes = await readFile(file).catch(() => undefined);
    const { line, error } = bytes
      ? await tell(bytes).catch(() => ({ line: failed('failed'), error: 'failed' }))
      : { line: failed('unreadable'), error: 'unreadable' };
    if (error) process.exitCode = 1;
    const ms = Math.round(performance.now() - start);
    process.stdout.write(`${JSON.stringify({ file, ...line, ms, ...(error && { error }) })}\n`);
  }
}
