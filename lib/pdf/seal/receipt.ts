import { createHash } from 'node:crypto';
import { drawReceipt, type ReceiptSheet } from '@/lib/pdf/drawing/receipt-sheet';
import { readForm } from '@/lib/pdf/read/form';
import { firstPage } from '@/lib/pdf/read/page-tree';
import { type Signer, sign, withByteRange } from '@/lib/pdf/signature/sign';
import { putField, putSignature, type Statement, signatureField } from '@/lib/pdf/signature/signature-field';
import { dict, name } from '@/lib/pdf/syntax/objects';
import { withPdf } from '@/lib/pdf/syntax/open';
import { Revision } from '@/lib/pdf/syntax/revision';

/**
 * The receipt as a PDF under the court's signature. The signature shows nothing on the page, because it is no
 * court seal.
 */
export async function signedReceipt(
  sheet: ReceiptSheet,
  statement: Statement,
  signer: Signer,
): Promise<Buffer> {
  const bytes = Buffer.from(await drawReceipt(sheet));
  const unsigned = withPdf(bytes, (pdf) => {
    const revision = new Revision(pdf);
    const [field, signature] = [revision.allocate(), revision.allocate()];
    const [page, form] = [firstPage(pdf), readForm(pdf)];
    const appearance = revision.addStream(
      dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 0, 0] }),
      Buffer.alloc(0),
    );
    const place = { page: page.ref, rect: [0, 0, 0, 0] as [number, number, number, number], appearance };
    revision.put(field, signatureField(statement, signature, place));
    revision.put(page.ref, new Map([...page.dict, ['Annots', [field]]]));
    putField(revision, { pdf, form }, field, signature, undefined);
    const holes = putSignature(revision, signature, statement, true, signer.room);
    const id = createHash('md5').update(statement.field).digest();
    const written = revision.finish('', id);
    return withByteRange(written, bytes.length, written.offsets.get(signature.number) ?? 0, holes);
  });
  const { revision } = await sign(bytes, unsigned, signer);
  return Buffer.concat([bytes, revision]);
}
