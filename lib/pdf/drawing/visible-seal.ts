import { addDrawing } from '@/lib/pdf/drawing/drawing';
import type { SealFonts } from '@/lib/pdf/drawing/fonts';
import { appearance, drawnOn, invisible } from '@/lib/pdf/drawing/seal-page';
import { drawAddedPage, drawNumber, drawSeal, sealOnAddedPage } from '@/lib/pdf/drawing/stamp';
import type { Form } from '@/lib/pdf/read/form';
import { boxThrough, type Matrix, rectOf, toUserSpace } from '@/lib/pdf/read/geometry';
import { frameOf, type PageNode } from '@/lib/pdf/read/page-tree';
import { timesPaper } from '@/lib/pdf/read/paper';
import { type Place, type SealOrder, type Spot, sealSize } from '@/lib/pdf/read/seal-order';
import type { FieldPlace } from '@/lib/pdf/signature/signature-field';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { dict, name, type Ref, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';
import type { Revision } from '@/lib/pdf/syntax/revision';

export type Scene = {
  pdf: PdfFile;
  form: Form;
  page: PageNode;
  order: SealOrder;
  place: Place;
  fonts: SealFonts;
};

/**
 * Draws the seal at its place, and writes the page entries that show `field` with it.
 * @throws PdfRefused 'no-room'
 */
export function drawVisibleSeal(revision: Revision, scene: Scene, field: Ref): FieldPlace {
  const { place, form } = scene;
  if (place.kind === 'first-page') {
    return form.isSigned
      ? asWidget(revision, scene, place.seal, field)
      : onFirstPage(revision, scene, place.seal, field);
  }
  if (place.kind === 'nowhere' || form.isSigned) throw new PdfRefused('no-room');
  return onAddedPage(revision, scene, place.number, field);
}

/**
 * For a document that was signed before: its page content must not change, so the seal is the field's own
 * appearance.
 */
function asWidget(revision: Revision, scene: Scene, spot: Spot, field: Ref): FieldPlace {
  const drawing = drawSeal(scene.order, scene.fonts);
  const matrix = toUserSpace(frameOf(scene.pdf, scene.page), spot);
  putPage(revision, scene, [], [field]);
  return {
    page: scene.page.ref,
    rect: rectOf(matrix, drawing.width, drawing.height),
    appearance: appearance(revision, drawing, matrix),
  };
}

function onFirstPage(revision: Revision, scene: Scene, spot: Spot, field: Ref): FieldPlace {
  const { pdf, page, place } = scene;
  const drawing = drawSeal(scene.order, scene.fonts);
  const matrix = toUserSpace(frameOf(pdf, page), spot);
  const { entries, annotations } = drawnOn(revision, pdf, page, { drawing, matrix }, place.open);
  putPage(revision, scene, entries, [...annotations, field]);
  const rect = rectOf(matrix, drawing.width, drawing.height);
  return { page: page.ref, rect, appearance: invisible(revision, drawing) };
}

/** A reader need not show a page that is longer, in units of user space; ISO 32000-2, annex C.2. */
const longestSide = 14_400;

/**
 * Puts the seal on an added last page, and only the court file number on the first page. Beside pages that are larger
 * than paper the added page is as much larger, so that all are alike on screen and in print.
 */
function onAddedPage(revision: Revision, scene: Scene, spot: Spot, field: Ref): FieldPlace {
  const { pdf, page, order, fonts, place } = scene;
  const drawing = drawNumber(order, fonts);
  const matrix = toUserSpace(frameOf(pdf, page), spot);
  const { entries, annotations } = drawnOn(revision, pdf, page, { drawing, matrix }, place.open);
  const added = drawAddedPage(order, fonts);
  const ref = revision.allocate();
  const tree = addToTree(revision, scene, ref);
  putPage(revision, scene, tree === undefined ? entries : [...entries, ['Parent', tree]], annotations);
  const times = Math.min(timesPaper(frameOf(pdf, page)), longestSide / added.height);
  const enlarged: Matrix = [times, 0, 0, times, 0, 0];
  const box = [...rectOf(enlarged, added.width, added.height)];
  const content = addDrawing(revision, added);
  revision.put(
    ref,
    dict({
      Type: name('Page'),
      Parent: tree ?? pdf.current(rootOf(page).ref),
      MediaBox: box,
      CropBox: box,
      Rotate: 0,
      Resources: dict({ XObject: dict({ CourtSeal: content }) }),
      Contents: revision.addStream(new Map(), Buffer.from(`${enlarged.join(' ')} cm /CourtSeal Do\n`)),
      Annots: [field],
    }),
  );
  return {
    page: ref,
    rect: boxThrough(enlarged, sealOnAddedPage),
    appearance: invisible(revision, sealSize),
    tree,
  };
}

function putPage(
  revision: Revision,
  { pdf, page }: Scene,
  entries: [string, Value][],
  annotations: Ref[],
): void {
  const all = [...(pdf.array(page.dict.get('Annots')) ?? []), ...annotations];
  revision.put(page.ref, new Map([...page.dict, ...entries, ['Annots', all]]));
}

/**
 * Adds a page after the last, as a child of the tree's root.
 * @returns a new root, if the only page had none
 */
function addToTree(revision: Revision, { pdf, page }: Scene, added: Ref): Ref | undefined {
  const root = rootOf(page);
  if (root === page) return revision.add(dict({ Type: name('Pages'), Kids: [page.ref, added], Count: 2 }));
  const kids = [...(pdf.array(root.dict.get('Kids')) ?? []), added];
  const count = (pdf.number(root.dict.get('Count')) ?? 0) + 1;
  revision.put(root.ref, new Map([...root.dict, ['Kids', kids], ['Count', count]] as [string, Value][]));
  return undefined;
}

function rootOf(page: PageNode): PageNode {
  let root = page;
  while (root.parent) root = root.parent;
  return root;
}
