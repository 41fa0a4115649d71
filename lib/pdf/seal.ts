import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
} from 'pdf-lib';
import { asRefusal, type OpenPdf, openPdf } from '@/lib/pdf/open';
import { inherited, type PageNode } from '@/lib/pdf/page-tree';
import { atTopLeft, type Box, type Matrix, type PageFrame } from '@/lib/pdf/placement';
import { drawStamp, type SealOrder } from '@/lib/pdf/stamp';

const margin = 16;

/**
 * Appends one revision that draws the court's stamp on the first page. The bytes handed in stay as they are at the
 * start of the result, and the same bytes and order give the same result.
 * @throws PdfRefused
 */
export async function seal(bytes: Uint8Array, order: SealOrder): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  try {
    return Buffer.concat([bytes, await revision(pdf, order)]);
  } catch (error) {
    throw asRefusal(error);
  }
}

async function revision({ document, first, crossReference }: OpenPdf, order: SealOrder): Promise<Uint8Array> {
  const changes = document.takeSnapshot();
  changes.markRefForSave(first.ref);
  // With a snapshot of its own the document would search all its objects at every change.
  document.context.snapshot = undefined;

  const [plain, bold] = await Promise.all([
    document.embedFont(StandardFonts.Helvetica),
    document.embedFont(StandardFonts.HelveticaBold),
  ]);
  const drawing = drawStamp(order, { name: 'Plain', font: plain }, { name: 'Bold', font: bold });
  const form = document.context.formXObject(drawing.operators, {
    BBox: [0, 0, drawing.width, drawing.height],
    Resources: { Font: { Plain: plain.ref, Bold: bold.ref } },
  });
  const matrix = atTopLeft(frameOf(first), drawing.width, drawing.height, margin);
  addToPage(document, first, document.context.register(form), matrix);
  return document.saveIncremental(changes, { useObjectStreams: crossReference === 'stream' });
}

// Only the page object changes: its resources may be shared with other pages, so it gets a copy of its own.
function addToPage(document: PDFDocument, page: PageNode, form: PDFRef, matrix: Matrix): void {
  const { context } = document;
  const resources = copyOf(document, inherited(page, 'Resources'));
  const objects = copyOf(document, resources.lookup(PDFName.of('XObject')));
  const name = freeName(objects);
  objects.set(name, form);
  resources.set(PDFName.of('XObject'), objects);

  const before = context.contentStream([pushGraphicsState()]);
  const after = context.contentStream([
    popGraphicsState(),
    pushGraphicsState(),
    concatTransformationMatrix(...matrix),
    drawObject(name),
    popGraphicsState(),
  ]);
  const contents = [context.register(before), ...contentsOf(page), context.register(after)];
  page.dict.set(PDFName.of('Resources'), resources);
  page.dict.set(PDFName.of('Contents'), context.obj(contents));
}

function copyOf(document: PDFDocument, dict: PDFObject | undefined): PDFDict {
  return dict instanceof PDFDict ? dict.clone(document.context) : document.context.obj({});
}

function freeName(taken: PDFDict): PDFName {
  let name = PDFName.of('CourtStamp');
  for (let n = 2; taken.has(name); n += 1) name = PDFName.of(`CourtStamp${n}`);
  return name;
}

function contentsOf(page: PageNode): PDFObject[] {
  const direct = page.dict.get(PDFName.of('Contents'));
  const contents = page.dict.lookup(PDFName.of('Contents'));
  if (contents instanceof PDFArray) return contents.asArray();
  return direct instanceof PDFRef && contents ? [direct] : [];
}

function frameOf(page: PageNode): PageFrame {
  const rotate = inherited(page, 'Rotate');
  const userUnit = page.dict.lookup(PDFName.of('UserUnit'));
  return {
    media: boxOf(inherited(page, 'MediaBox')),
    crop: boxOf(inherited(page, 'CropBox')),
    rotate: rotate instanceof PDFNumber ? rotate.asNumber() : 0,
    userUnit: userUnit instanceof PDFNumber && userUnit.asNumber() > 0 ? userUnit.asNumber() : 1,
  };
}

function boxOf(value: PDFObject | undefined): Box | undefined {
  if (!(value instanceof PDFArray)) return undefined;
  const [a, b, c, d] = Array.from({ length: value.size() }, (_, i) => value.lookup(i)).map((corner) =>
    corner instanceof PDFNumber && Number.isFinite(corner.asNumber()) ? corner.asNumber() : undefined,
  );
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [a, b, c, d];
}
