import { eachFile, mostMs } from '@/lib/cli/each-file';
import { warningsOfReading } from '@/lib/domain/claim/reading/reading-warnings';
import { examinePdf } from '@/lib/services/pdf-sandbox/pdf';

const refused = (code: string) => ({ verdict: 'refuse', findings: [{ code, pages: [] }], pages: 0 });

/**
 * `inspect FILE...` prints for each file a line of JSON: whether the court would accept it, and what its filer would be
 * told, with the pages, or none where it is about the whole file. It counts as a claim unless it looks like another
 * document that is filed with one. A file that cannot be read has an `error`; the verb then exits with 1.
 */
export function run(files: string[]): Promise<void> {
  return eachFile(files, async (bytes) => ({ line: await inspect(bytes) }), refused);
}

async function inspect(bytes: Uint8Array) {
  const examined = await examinePdf(bytes, { withReading: true, within: mostMs });
  if (!examined.ok) return refused(examined.code);
  const { warnings, reading, pages } = examined;
  const told = [...warnings, ...(reading ? warningsOfReading(reading, reading.kind ?? 'claim') : [])];
  const findings = told.map((warning) => ({ code: warning.kind, pages: warning.pages }));
  return { verdict: findings.length > 0 ? 'warn' : 'accept', findings, pages };
}
