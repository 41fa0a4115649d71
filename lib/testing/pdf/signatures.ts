import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ask } from '@/lib/testing/pdf/programs';

/** What poppler says of a signature. */
export type Witnessed = { field: string; isValid: boolean; isTrusted: boolean; coversAll: boolean };

/** Makes an NSS database that trusts nobody but a root certificate, DER. @returns its folder, for `signaturesIn` */
export async function trustOf(folder: string, root: Uint8Array): Promise<string> {
  const database = path.join(folder, 'nss');
  const certificate = path.join(folder, 'root.der');
  writeFileSync(certificate, root);
  await ask('mkdir', ['-p', database]);
  await ask('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
  const { status, stderr } = await ask('certutil', [
    ...['-A', '-d', `sql:${database}`, '-n', 'root', '-t', 'CT,C,C', '-i', certificate],
  ]);
  if (status !== 0) throw new Error(`certutil: ${stderr}`);
  return database;
}

/** The signatures that pdfsig finds; undefined where it does not come to an end, as with some files of the corpus. */
export async function signaturesIn(file: string, trust: string): Promise<Witnessed[] | undefined> {
  const { status, stdout } = await ask('pdfsig', ['-nssdir', trust, file], 10_000);
  if (status === null) return undefined;
  const [, ...signatures] = stdout.toString().split(/^Signature #\d+:$/m);
  return signatures.map((text) => ({
    field: /Signature Field Name: (.*)/.exec(text)?.[1] ?? '',
    isValid: text.includes('Signature is Valid'),
    isTrusted: text.includes('Certificate is Trusted'),
    coversAll: text.includes('Total document signed') && !text.includes('Not total document signed'),
  }));
}
