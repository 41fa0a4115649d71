import { deflateSync } from 'node:zlib';
import { movedAnnotations } from '@/lib/pdf/mending/annotations';
import { type FieldLook, partedFields } from '@/lib/pdf/mending/fields';
import type { Fitting } from '@/lib/pdf/mending/paper';
import { type Matrix, multiply, type PageFrame, shownBox } from '@/lib/pdf/read/geometry';
import { contentsOf, frameOf, inherited, type PageNode } from '@/lib/pdf/read/page-tree';
import { unclosedStates } from '@/lib/pdf/read/unclosed-states';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, name, type Value } from '@/lib/pdf/syntax/objects';
import type { Revision } from '@/lib/pdf/syntax/revision';

/** What is done to a page: it is put on other paper, and its fields become part of it. */
export type PageWork = { fitting?: Fitting | undefined; flatten: boolean };

/** The boxes of a page that its new size makes void; ISO 32000-2, 14.11.2. */
const otherBoxes = ['CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'UserUnit', 'Thumb'];

/**
 * Changes a page without touching what it draws: its content is drawn as it is, within new coordinates and before the
 * looks of its fields.
 * @returns false if the content leaves no place for that, or a field would be lost; then nothing is changed
 * @throws Damaged or PdfRefused for content that cannot be read
 */
export function changePage(revision: Revision, pdf: PdfFile, page: PageNode, work: PageWork): boolean {
  const open = openStates(pdf, page);
  if (open === undefined) return false;
  const parted = work.flatten
    ? partedFields(revision, pdf, page.dict)
    : { staying: pdf.array(page.dict.get('Annots')) ?? [], looks: [] };
  if (!parted) return false;
  const { staying, looks } = parted;
  const entries = new Map(page.dict);
  const resources = new Map(pdf.dict(inherited(page, 'Resources')));
  const drawn = addLooks(pdf, resources, looks);
  const frame = frameOf(pdf, page);
  if (work.fitting) moveToPaper(revision, pdf, { entries, resources }, work.fitting);
  const add = (content: string) => revision.addStream(new Map(), Buffer.from(content, 'latin1'));
  entries.set('Contents', [
    add(before(frame, work.fitting)),
    ...contentsOf(pdf, page),
    add(`\n${'Q '.repeat(open + 1)}\n${drawn}Q\n`),
  ]);
  entries.set('Resources', resources);
  const moved = work.fitting ? movedAnnotations(revision, pdf, staying, work.fitting.matrix) : staying;
  if (moved.length > 0) entries.set('Annots', moved);
  else entries.delete('Annots');
  revision.put(page.ref, entries);
  return true;
}

/** What the old box cut off stays cut off. */
function before(frame: PageFrame, fitting: Fitting | undefined): string {
  if (!fitting) return 'q q\n';
  const [left, bottom, right, top] = shownBox(frame);
  const clip = [left, bottom, right - left, top - bottom].map(rounded).join(' ');
  return `q ${fitting.matrix.map(rounded).join(' ')} cm ${clip} re W n q\n`;
}

/** Names the looks among the page's resources. @returns the operators that draw them */
function addLooks(pdf: PdfFile, resources: Dict, looks: FieldLook[]): string {
  if (looks.length === 0) return '';
  const objects = new Map(pdf.dict(resources.get('XObject')));
  const drawn = looks.map(({ form, matrix }) => {
    let n = objects.size;
    while (objects.has(`Field${n}`)) n += 1;
    objects.set(`Field${n}`, form);
    return `q ${matrix.map(rounded).join(' ')} cm /Field${n} Do Q\n`;
  });
  resources.set('XObject', objects);
  return drawn.join('');
}

type Parts = { entries: Dict; resources: Dict };

function moveToPaper(revision: Revision, pdf: PdfFile, parts: Parts, { box, matrix }: Fitting): void {
  for (const key of otherBoxes) parts.entries.delete(key);
  parts.entries.set('MediaBox', [...box]);
  parts.entries.set('CropBox', [...box]);
  const patterns = pdf.dict(parts.resources.get('Pattern'));
  if (!patterns) return;
  const moved = [...patterns].map(([key, value]): [string, Value] => [
    key,
    movedPattern(revision, pdf, value, matrix),
  ]);
  parts.resources.set('Pattern', new Map(moved));
}

/** A pattern lies in the coordinates of the page, whatever its content says; ISO 32000-2, 8.7.2. */
function movedPattern(revision: Revision, pdf: PdfFile, value: Value, matrix: Matrix): Value {
  const dict = pdf.dict(value);
  if (!dict) return value;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (pdf.array(dict.get('Matrix')) ?? []).map(
    (entry) => pdf.number(entry) ?? 0,
  );
  const moved = new Map(dict).set('Matrix', [...multiply(matrix, [a, b, c, d, e, f])]);
  const stream = pdf.stream(value);
  if (!stream) return revision.add(moved);
  for (const key of ['Length', 'Filter', 'DecodeParms']) moved.delete(key);
  return revision.addStream(moved.set('Filter', name('FlateDecode')), deflateSync(stream.data()));
}

function openStates(pdf: PdfFile, page: PageNode): number | undefined {
  const parts = contentsOf(pdf, page).flatMap((ref) => [
    pdf.stream(ref)?.data() ?? Buffer.alloc(0),
    Buffer.from('\n'),
  ]);
  return unclosedStates(Buffer.concat(parts));
}

const rounded = (value: number) => String(Math.round(value * 1e6) / 1e6).replace(/^.*e.*$/, '0');
