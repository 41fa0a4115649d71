import { addDrawing, type Drawing } from '@/lib/pdf/drawing/drawing';
import { type Matrix, rectOf } from '@/lib/pdf/read/geometry';
import type { PageNode } from '@/lib/pdf/read/page-tree';
import { contentsOf, inherited } from '@/lib/pdf/read/page-tree';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { dict, name, type Ref, type Value } from '@/lib/pdf/syntax/objects';
import type { Revision } from '@/lib/pdf/syntax/revision';

/** A drawing with the matrix that puts it on the page, in user space. */
export type Placed = { drawing: Drawing; matrix: Matrix };

/**
 * Draws on top of everything that a page shows. The page's content stays as it is: it is wrapped in a q and
 * as many Q as it leaves open. If it closes more states than it opens, nothing can be drawn after it safely,
 * and an annotation carries the drawing.
 * @param open how many graphics states the content leaves open, undefined where it closes more than it opens
 * @returns the page's entries that change, and the annotations that it gains
 */
export function drawnOn(
  revision: Revision,
  pdf: PdfFile,
  page: PageNode,
  { drawing, matrix }: Placed,
  open: number | undefined,
): { entries: [string, Value][]; annotations: Ref[] } {
  if (open === undefined) {
    return { entries: [], annotations: [addAnnotation(revision, page, { drawing, matrix })] };
  }
  const resources = new Map(pdf.dict(inherited(page, 'Resources')));
  const objects = new Map(pdf.dict(resources.get('XObject')));
  const key = freeName(objects);
  objects.set(key, addDrawing(revision, drawing));
  resources.set('XObject', objects);
  const drawn = `q ${matrix.map(rounded).join(' ')} cm /${key} Do Q\n`;
  const before = addContent(revision, 'q\n');
  const after = addContent(revision, `\n${'Q '.repeat(open + 1)}\n${asArtifact(pdf, drawn)}`);
  return {
    entries: [
      ['Resources', resources],
      ['Contents', [before, ...contentsOf(pdf, page), after]],
    ],
    annotations: [],
  };
}

/** A form that shows a drawing upright within an annotation's rectangle, whatever the page's rotation. */
export function appearance(revision: Revision, drawing: Drawing, [a, b, c, d]: Matrix): Ref {
  const scale = Math.hypot(a, b);
  return addDrawing(revision, drawing, dict({ Matrix: [a / scale, b / scale, c / scale, d / scale, 0, 0] }));
}

/** The empty appearance, of the same size, of a field whose drawing is part of the page's content. */
export function invisible(revision: Revision, { width, height }: { width: number; height: number }): Ref {
  const form = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, width, height] };
  return revision.addStream(dict(form), new Uint8Array());
}

function addAnnotation(revision: Revision, page: PageNode, { drawing, matrix }: Placed): Ref {
  const printedAndLocked = 4 + 64 + 128;
  return revision.add(
    dict({
      Type: name('Annot'),
      Subtype: name('Stamp'),
      Rect: [...rectOf(matrix, drawing.width, drawing.height)],
      F: printedAndLocked,
      P: page.ref,
      AP: dict({ N: appearance(revision, drawing, matrix) }),
    }),
  );
}

function addContent(revision: Revision, content: string): Ref {
  return revision.addStream(new Map(), Buffer.from(content, 'latin1'));
}

/**
 * Marks the court's drawing as an artifact if the file is read aloud by its structure. The field has words
 * for it.
 */
function asArtifact(pdf: PdfFile, content: string): string {
  return pdf.catalog?.has('StructTreeRoot') ? `/Artifact BMC ${content}EMC\n` : content;
}

function freeName(taken: Map<string, Value>): string {
  for (let n = 1; ; n += 1) {
    if (!taken.has(`CourtSeal${n}`)) return `CourtSeal${n}`;
  }
}

const rounded = (value: number) => String(Math.round(value * 1e6) / 1e6).replace(/^.*e.*$/, '0');
