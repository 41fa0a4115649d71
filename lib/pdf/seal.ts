import { createHash } from 'node:crypto';
import { writeSealMark } from '@/lib/domain/verification';
import type { PdfFile } from '@/lib/pdf/file';
import { type SealFonts, sealFonts } from '@/lib/pdf/fonts';
import { readForm } from '@/lib/pdf/form';
import { withPdf } from '@/lib/pdf/open';
import type { Place, SealOrder } from '@/lib/pdf/order';
import { firstPage } from '@/lib/pdf/page-tree';
import { Revision } from '@/lib/pdf/revision';
import { byteRangeRoom, type Holes, putField, putSignature, signatureField } from '@/lib/pdf/signature-field';
import { drawVisibleSeal } from '@/lib/pdf/visible-seal';

/** Signs the SHA-256 of a document; `room` is the most bytes that a signature takes. */
export type Signer = { room: number; sign(digest: Uint8Array): Promise<Uint8Array> };

/** The revision to append to the file's bytes; SHA-256 of these and of both together, in hex. */
export type Sealed = { revision: Buffer; originalSha256: string; sha256: string };

/**
 * Seals a document by one incremental revision: the visible seal, and a signature over all bytes. The bytes handed in
 * stay as they are. All but the signature is the same at every try.
 * @throws PdfRefused
 */
export async function seal(
  bytes: Uint8Array,
  order: SealOrder,
  place: Place,
  signer: Signer,
): Promise<Sealed> {
  const fonts = await sealFonts();
  const { revision, hole } = withPdf(bytes, (pdf) => unsigned(pdf, order, place, fonts, signer.room));
  // Hashed once: the state after the original serves for the signature and for the sealed file.
  const original = createHash('sha256').update(bytes);
  const [from, to] = hole;
  const digest = original.copy().update(revision.subarray(0, from)).update(revision.subarray(to)).digest();
  const signature = Buffer.from(await signer.sign(digest)).toString('hex');
  if (signature.length > to - from - 2) throw new RangeError('the signature is longer than the room for it');
  revision.write(signature, from + 1, 'latin1');
  const sha256 = original.copy().update(revision).digest('hex');
  return { revision, originalSha256: original.digest('hex'), sha256 };
}

type Unsigned = { revision: Buffer; hole: [from: number, to: number] };

function unsigned(pdf: PdfFile, order: SealOrder, place: Place, fonts: SealFonts, room: number): Unsigned {
  const form = readForm(pdf);
  const revision = new Revision(pdf);
  const [field, signature] = [revision.allocate(), revision.allocate()];
  const scene = { pdf, form, page: firstPage(pdf), order, place, fonts };
  const fieldPlace = drawVisibleSeal(revision, scene, field);
  revision.put(field, signatureField(order, signature, fieldPlace));
  putField(revision, scene, field, signature, fieldPlace.tree);
  const holes = putSignature(revision, signature, order, !form.isSigned, room);
  const id = createHash('md5').update(`${order.fileNumber} ${order.code} ${pdf.bytes.length}`).digest();
  const written = revision.finish(writeSealMark(order), id);
  const start = written.offsets.get(signature.number) ?? 0;
  return withByteRange(written.bytes, pdf.offset + pdf.bytes.length, {
    byteRange: start + holes.byteRange,
    from: start + holes.from,
    to: start + holes.to,
  });
}

/** ISO 32000-2, 12.8.1: all bytes of the file but the hole; offsets from the file's very first byte. */
function withByteRange(revision: Buffer, before: number, { byteRange, from, to }: Holes): Unsigned {
  const range = `[0 ${before + from} ${before + to} ${revision.length - to}]`;
  revision.write(range.padEnd(byteRangeRoom.length), byteRange, 'latin1');
  return { revision, hole: [from, to] };
}
