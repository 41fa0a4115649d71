import { createHash } from 'node:crypto';
import { type SealMark, writeSealMark } from '@/lib/domain/register/verification';
import { type CourtKey, signDigest } from '@/lib/pdf/signature/cms';

/** As the entry /M has it. */
export function pdfDate(instant: Date): string {
  return `(D:${instant.toISOString().replace(/[-:T]|\.\d+/g, '')})`;
}

/** What a file is handed over with to have a signed revision put after it. */
export type Revision = { key: CourtKey; date: string; mark?: SealMark; room?: number };

/** The bytes with a revision after them that has a signature dictionary as the court writes it, and else nothing. */
export async function signedAgain(bytes: Uint8Array, revision: Revision): Promise<Buffer> {
  const { key, date, mark, room = 4000 } = revision;
  const opening = `${mark ? writeSealMark(mark) : ''}12 0 obj\n<</Type /Sig /Filter /Adobe.PPKLite`;
  const entries = `${opening} /SubFilter /ETSI.CAdES.detached /M ${date} /Name <41> `;
  const byteRange = (before: number, after: number, length: number) =>
    `/ByteRange [0 ${before} ${after} ${length}]`.padEnd(45);
  const closing = '>>\nendobj\nstartxref\n0\n%%EOF\n';
  const before = bytes.length + entries.length + 45 + '/Contents '.length;
  const after = before + room * 2 + 2;
  const start = Buffer.from(`${entries}${byteRange(before, after, closing.length)}/Contents `, 'latin1');
  const digest = createHash('sha256').update(bytes).update(start).update(closing).digest();
  const contents = Buffer.from(await signDigest(key, digest))
    .toString('hex')
    .padEnd(room * 2, '0');
  return Buffer.concat([bytes, start, Buffer.from(`<${contents}>${closing}`)]);
}
