import { createHash } from 'node:crypto';
import { writeSealMark } from '@/lib/domain/verification';
import type { PdfFile } from '@/lib/pdf/file';
import { type SealFonts, sealFonts } from '@/lib/pdf/fonts';
import { readForm } from '@/lib/pdf/form';
import { withPdf } from '@/lib/pdf/open';
import type { Place, SealOrder } from '@/lib/pdf/order';
import { firstPage } from '@/lib/pdf/page-tree';
import { Revision } from '@/lib/pdf/revision';
import { type Signed, type Signer, sign, type Unsigned, withByteRange } from '@/lib/pdf/sign';
import { putField, putSignature, type Statement, signatureField } from '@/lib/pdf/signature-field';
import { drawVisibleSeal } from '@/lib/pdf/visible-seal';

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
): Promise<Signed> {
  const fonts = await sealFonts();
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
  const form = readForm(pdf);
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
  return { field: `CourtSeal ${order.fileNumber}`, says, at: order.decidedAt };
}

function wordsFor(order: SealOrder): string {
  const [english, french] =
    order.kind === 'issued'
      ? ['Electronically issued', 'Délivré par voie électronique']
      : ['Electronically filed', 'Déposé par voie électronique'];
  const seal = `Court seal / Sceau de la cour : ${order.fileNumber}, ${order.on}`;
  const demonstration = order.demonstration ? '. DEMONSTRATION / DÉMONSTRATION' : '';
  return `${seal}. ${english} / ${french}, ${order.courtOffice}${demonstration}`;
}
