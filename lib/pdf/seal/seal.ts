import { createHash } from 'node:crypto';
import { sealFieldName, writeSealMark } from '@/lib/domain/register/verification';
import { type SealFonts, sealFonts } from '@/lib/pdf/drawing/fonts';
import { doneWords } from '@/lib/pdf/drawing/stamp';
import { drawVisibleSeal } from '@/lib/pdf/drawing/visible-seal';
import { acceptableForm } from '@/lib/pdf/read/acceptable';
import { firstPage } from '@/lib/pdf/read/page-tree';
import type { Place, SealOrder } from '@/lib/pdf/read/seal-order';
import { type Signed, type Signer, sign, type Unsigned, withByteRange } from '@/lib/pdf/signature/sign';
import { putField, putSignature, type Statement, signatureField } from '@/lib/pdf/signature/signature-field';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { withPdf } from '@/lib/pdf/syntax/open';
import { Revision } from '@/lib/pdf/syntax/revision';

/**
 * Seals a document by one incremental revision: the visible seal, and a signature over all bytes. The
 * original bytes stay as they are. Every try gives the same bytes, except for the signature.
 * @throws PdfRefused
 */
export async function seal(
  bytes: Uint8Array,
  order: SealOrder,
  place: Place,
  signer: Signer,
): Promise<Signed> {
  const fonts = await sealFonts([order.courtOffice]);
  const unsigned = withPdf(bytes, (pdf) => unsignedSeal(pdf, order, place, fonts, signer.room));
  return sign(bytes, unsigned, signer);
}

function unsignedSeal(
  pdf: PdfFile,
  order: SealOrder,
  place: Place,
  fonts: SealFonts,
  room: number,
): Unsigned {
  const form = acceptableForm(pdf);
  const revision = new Revision(pdf);
  const [field, signature] = [revision.allocate(), revision.allocate()];
  const scene = { pdf, form, page: firstPage(pdf), order, place, fonts };
  const fieldPlace = drawVisibleSeal(revision, scene, field);
  const statement = statementOf(order);
  revision.put(field, signatureField(statement, signature, fieldPlace));
  putField(revision, scene, field, signature, fieldPlace.tree);
  const holes = putSignature(revision, signature, statement, !form.isSigned, room);
  const id = createHash('md5').update(`${order.fileNumber} ${order.code} ${pdf.bytes.length}`).digest();
  const written = revision.finish(writeSealMark(order), id);
  const start = written.offsets.get(signature.number) ?? 0;
  return withByteRange(written, pdf.offset + pdf.bytes.length, start, holes);
}

function statementOf(order: SealOrder): Statement {
  const says = wordsFor(order);
  return { field: sealFieldName(order.fileNumber), says, at: order.decidedAt };
}

function wordsFor(order: SealOrder): string {
  const seal = `Court seal / Sceau de la cour : ${order.fileNumber}, ${order.on}`;
  const demonstration = order.demonstration ? '. DEMONSTRATION / DÉMONSTRATION' : '';
  return `${seal}. ${doneWords[order.kind]}, ${order.courtOffice}${demonstration}`;
}
