import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { courts } from '@/drizzle/courts';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { nothingRead } from '@/lib/domain/claim/reading/reading';
import { emptyPage } from '@/lib/services/pdf-sandbox/empty-page';
import { readClaim } from '@/lib/services/pdf-sandbox/pdf';

type Outcome = { reading: ClaimReading; error?: string };

/**
 * `read FILE...` prints for each file a line of JSON: what its text says of the claim. `court` is the municipality of the
 * office as the court lists it, `amount` is in dollars, `ms` is the time that it took. A file that is refused or cannot
 * be read has its code as `error`; the verb then exits with 1.
 */
export async function run(files: string[]): Promise<void> {
  // Starts the process that reads, so that no file's time has its start.
  await readClaim(emptyPage);
  for (const file of files) {
    const start = performance.now();
    const { reading, error } = await read(file);
    if (error) process.exitCode = 1;
    const ms = Math.round(performance.now() - start);
    process.stdout.write(`${JSON.stringify({ file, ...line(reading), ms, ...(error && { error }) })}\n`);
  }
}

async function read(file: string): Promise<Outcome> {
  const nothing = nothingRead(0, false);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return { reading: nothing, error: 'unreadable' };
  try {
    const read = await readClaim(bytes, { within: 6_500 });
    return read.ok ? { reading: read.reading } : { reading: nothing, error: read.code };
  } catch {
    return { reading: nothing, error: 'failed' };
  }
}

function line({ form, court, language, simplified, amount, parties, lawyers, pages, text }: ClaimReading) {
  return {
    form,
    court: courts.find(({ id }) => id === court?.id)?.municipality ?? null,
    language,
    simplified,
    amount: amount ? amount.cents / 100 : null,
    parties: parties.map(({ role, kind, name, capacity, page }) => ({ role, kind, name, capacity, page })),
    lawyers,
    pages,
    text,
  };
}
