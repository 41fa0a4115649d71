import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { warningsOfReading } from '@/lib/domain/claim/reading/reading-warnings';
import { emptyPage } from '@/lib/services/pdf-sandbox/empty-page';
import { examinePdf, readClaim } from '@/lib/services/pdf-sandbox/pdf';

type Finding = { code: string; pages: number[] };
type Outcome = { verdict: 'accept' | 'warn' | 'refuse'; findings: Finding[]; pages: number; error?: string };

/**
 * `inspect FILE...` prints for each file a line of JSON: whether the court would accept it, and what its filer would be
 * told, with the pages, or none where it is about the whole file. It counts as a claim unless it looks like another
 * document that is filed with one. A file that cannot be read has an `error`; the verb then exits with 1.
 */
export async function run(files: string[]): Promise<void> {
  // Starts the process that reads, so that no file's time has its start.
  await readClaim(emptyPage);
  for (const file of files) {
    const start = performance.now();
    const { error, ...outcome } = await inspect(file);
    if (error) process.exitCode = 1;
    const ms = Math.round(performance.now() - start);
    process.stdout.write(`${JSON.stringify({ file, ...outcome, ms, ...(error && { error }) })}\n`);
  }
}

const refused = (code: string): Outcome => ({
  verdict: 'refuse',
  findings: [{ code, pages: [] }],
  pages: 0,
});

async function inspect(file: string): Promise<Outcome> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return { ...refused('unreadable'), error: 'unreadable' };
  try {
    const examined = await examinePdf(bytes, { withReading: true, within: 6_500 });
    if (!examined.ok) return refused(examined.code);
    const { warnings, reading, pages } = examined;
    const told = [...warnings, ...(reading ? warningsOfReading(reading, reading.kind ?? 'claim') : [])];
    const findings = told.map((warning) => ({ code: warning.kind, pages: warning.pages }));
    return { verdict: findings.length > 0 ? 'warn' : 'accept', findings, pages };
  } catch {
    return { ...refused('failed'), error: 'failed' };
  }
}
