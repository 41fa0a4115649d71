import type { Form } from '@/lib/pdf/read/form';
import type { Box } from '@/lib/pdf/read/geometry';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, dict, name, type Ref, Str, type Value } from '@/lib/pdf/syntax/objects';
import type { Revision } from '@/lib/pdf/syntax/revision';

/**
 * The place of the signature's field: its page, its rectangle in user space and its appearance; also the root
 * of a new page tree, if one was needed.
 */
export type FieldPlace = { page: Ref; rect: Box; appearance: Ref; tree?: Ref | undefined };

/** A signature's own particulars: its field's name, its meaning in words, and the instant in UTC (ISO). */
export type Statement = { field: string; says: string; at: string };

/** Room for offsets of up to 10 digits, which are filled in once the file's length is known. */
export const byteRangeRoom = '[0 0000000000 0000000000 0000000000]';

/**
 * Positions in the signature dictionary's text: where the numbers of /ByteRange begin, and the hole, `<` and
 * `>` included.
 */
export type Holes = { byteRange: number; from: number; to: number };

/**
 * Adds the signature dictionary with room for a signature of `room` bytes; ISO 32000-2, 12.8.1, and ETSI EN
 * 319 142-1. It is a certification (DocMDP with P 1: no change is permitted any more) unless the document was
 * signed before.
 */
export function putSignature(
  revision: Revision,
  ref: Ref,
  statement: Statement,
  isCertification: boolean,
  room: number,
): Holes {
  const text = (value: string) => revision.text(ref, textString(value));
  const instant = statement.at.replace(/\.\d+/, '').replace(/[-:T]/g, '');
  const signed = [
    '<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/M ${text(`D:${instant}`)}`,
    `/Name ${text('Superior Court of Justice / Cour supérieure de justice')}`,
    `/Reason ${text(statement.says)}`,
    isCertification ? `/Reference ${revision.text(ref, certification)}` : '',
    '/ByteRange ',
  ].join(' ');
  const opening = `${byteRangeRoom} /Contents `;
  const from = signed.length + opening.length;
  const to = from + 2 * room + 2;
  revision.putRaw(ref, Buffer.from(`${signed}${opening}<${'0'.repeat(2 * room)}>>>`, 'latin1'));
  return { byteRange: signed.length, from, to };
}

const certification: Value = [
  dict({
    Type: name('SigRef'),
    TransformMethod: name('DocMDP'),
    TransformParams: dict({ Type: name('TransformParams'), P: 1, V: name('1.2') }),
  }),
];

/** The field and its only widget in one dictionary; ISO 32000-2, 12.7.5.5. */
export function signatureField(statement: Statement, signature: Ref, place: FieldPlace): Dict {
  const printedAndLocked = 4 + 128;
  return dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: textString(statement.field),
    TU: textString(statement.says),
    V: signature,
    Rect: [...place.rect],
    F: printedAndLocked,
    P: place.page,
    AP: dict({ N: place.appearance }),
  });
}

/**
 * Puts the field into the form, and a certification into the catalog.
 * @param tree the root of a new page tree, if there is one
 */
export function putField(
  revision: Revision,
  { pdf, form }: { pdf: PdfFile; form: Form },
  field: Ref,
  signature: Ref,
  tree: Ref | undefined,
): void {
  const fields = new Map([...form.dict, ['Fields', [...form.fields, field]], ['SigFlags', 3]] as [
    string,
    Value,
  ][]);
  // Without an XFA form nothing can draw over the signed pages.
  if (!form.isSigned) fields.delete('XFA');
  // While /NeedAppearances asks readers to draw all appearances themselves, some do not show a signature's
  // appearance.
  if (form.isSigned) fields.delete('NeedAppearances');
  if (form.ref) revision.put(form.ref, fields);
  if (form.ref && form.isSigned) return;
  const catalog: Dict = new Map(pdf.catalog);
  if (!form.ref) catalog.set('AcroForm', fields);
  if (!form.isSigned) catalog.set('Perms', dict({ DocMDP: signature }));
  if (tree) catalog.set('Pages', tree);
  revision.put(pdf.root, catalog);
}

/** A text string, in UTF-16 if Latin letters do not suffice. ISO 32000-2, 7.9.2.2. */
function textString(text: string): Str {
  if (/^[\x20-\x7e]*$/.test(text)) return new Str(Buffer.from(text, 'latin1'));
  return new Str(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
}
