import { createHash } from 'node:crypto';
import type { DocumentWarning, WarningKind } from '@/lib/domain/claim/document-warning';
import { isNothing, type MendedPage, type Mending, type NotMended } from '@/lib/domain/claim/draft/mending';
import { changePage } from '@/lib/pdf/mending/pages';
import { fitToLetter } from '@/lib/pdf/mending/paper';
import { PdfiumDocument } from '@/lib/pdf/mending/pdfium';
import { turnsOf } from '@/lib/pdf/pdf-js/lines';
import { textOf } from '@/lib/pdf/pdf-js/text';
import { readForm } from '@/lib/pdf/read/form';
import { countPages, frameOf, type PageNode, pagesOf } from '@/lib/pdf/read/page-tree';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { Damaged } from '@/lib/pdf/syntax/lexer';
import type { Value } from '@/lib/pdf/syntax/objects';
import { withPdf } from '@/lib/pdf/syntax/open';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';
import { Revision } from '@/lib/pdf/syntax/revision';
import { warningsOf } from '@/lib/pdf/warnings/warnings';
import { isLetter } from '@/lib/pdf/warnings/whole-document';

export type Mended = { ok: true; bytes: Uint8Array; mending: Mending } | { ok: false; code: NotMended };

/**
 * A copy of a document in which what its filer was told of is mended: restrictions of its owner are gone, pages whose
 * text lies on its side stand upright, pages without ink, text and annotations are left out, other paper is Letter,
 * and fields are part of their page. What a page draws stays as it is, so that text stays text. A signed file is not
 * mended.
 * @throws PdfRefused; Error for a file that PDFium cannot open or save
 */
export async function mend(bytes: Uint8Array): Promise<Mended> {
  const pages = withPdf(bytes, (pdf) => (readForm(pdf).isSigned ? null : countPages(pdf)));
  if (pages === null) return { ok: false, code: 'signed' };
  const warnings = warningsOf(bytes);
  const turns = (await turnsOf(bytes)) ?? new Map<number, number>();
  const document = await PdfiumDocument.open(bytes);
  if (document.pages !== pages) return { ok: false, code: 'failed' };
  const plan = planOf(document, warnings, turns);
  const saved = applied(document, plan);
  const { revision, done } = withPdf(saved, (pdf) => changePages(pdf, plan));
  const unlocked = warnings.some(({ kind }) => kind === 'owner-restrictions');
  const mending = { pages: done.filter(isChanged), unlocked };
  if (isNothing(mending)) return { ok: false, code: 'nothing' };
  const mended = Buffer.concat([saved, revision]);
  if (!(await hasSameText(bytes, mended))) return { ok: false, code: 'differs' };
  return { ok: true, bytes: mended, mending };
}

/** A page of the original, and what is to be done to it. */
type Planned = MendedPage & { turn: number; hasFields: boolean };

const isChanged = ({ becomes, turned, resized, flattened }: MendedPage) =>
  becomes === null || turned || resized || flattened;

function planOf(
  document: PdfiumDocument,
  warnings: readonly DocumentWarning[],
  turns: Map<number, number>,
): Planned[] {
  const pagesOfKind = (kind: WarningKind) =>
    new Set(warnings.find((warning) => warning.kind === kind)?.pages ?? []);
  const [blank, fields] = [pagesOfKind('blank-pages'), pagesOfKind('fields-not-flattened')];
  const numbers = Array.from({ length: document.pages }, (_, n) => n + 1);
  const empty = new Set(numbers.filter((page) => blank.has(page) && document.isEmpty(page)));
  if (empty.size === document.pages) empty.clear();
  let kept = 0;
  return numbers.map((page) => {
    const turn = turns.get(page) ?? 0;
    if (!empty.has(page)) kept += 1;
    return {
      page,
      becomes: empty.has(page) ? null : kept,
      turn,
      hasFields: fields.has(page),
      ...(turn > 0 && !empty.has(page) && { turned: true as const }),
    };
  });
}

function applied(document: PdfiumDocument, plan: Planned[]): Uint8Array {
  for (const { page, turn, hasFields } of plan) {
    if (turn > 0) document.turn(page, turn);
    if (hasFields) document.drawFields(page);
  }
  for (const { page, becomes } of plan.toReversed()) if (becomes === null) document.leaveOut(page);
  return document.save();
}

/** The pages that stay, on Letter paper and without fields, as a revision of the file. */
function changePages(pdf: PdfFile, plan: Planned[]): { revision: Buffer; done: MendedPage[] } {
  const revision = new Revision(pdf);
  const pages = [...pagesOf(pdf)];
  const done = plan.map(({ turn: _, hasFields, ...planned }): MendedPage => {
    const page = planned.becomes === null ? undefined : pages[planned.becomes - 1];
    return page ? { ...planned, ...changed(revision, pdf, page, hasFields) } : planned;
  });
  const isFlat = plan.every(({ hasFields }, n) => !hasFields || done[n]?.flattened);
  if (isFlat && plan.some(({ hasFields }) => hasFields)) dropFields(revision, pdf);
  const isAny = done.some(({ flattened, resized }) => flattened || resized);
  const id = createHash('md5').update(pdf.bytes).digest();
  return { revision: isAny ? revision.finish('', id).bytes : Buffer.alloc(0), done };
}

/** A page that cannot be changed stays as it is. */
function changed(
  revision: Revision,
  pdf: PdfFile,
  page: PageNode,
  flatten: boolean,
): Pick<MendedPage, 'resized' | 'flattened'> {
  const frame = frameOf(pdf, page);
  const fitting = isLetter(frame) ? undefined : fitToLetter(frame);
  if (!fitting && !flatten) return {};
  try {
    // A field that would be lost keeps its page from being flattened, not from being put on Letter paper.
    const canFlatten = flatten && changePage(revision, pdf, page, { fitting, flatten });
    if (canFlatten) return { ...(fitting && { resized: fitting.resized }), flattened: true };
    if (!fitting || !changePage(revision, pdf, page, { fitting, flatten: false })) return {};
    return { resized: fitting.resized };
  } catch (error) {
    if (error instanceof Damaged || error instanceof PdfRefused) return {};
    throw error;
  }
}

/** Fields that are part of their pages now leave the form; others, such as one to be signed, stay in it. */
function dropFields(revision: Revision, pdf: PdfFile): void {
  const form = pdf.catalog?.get('AcroForm');
  const dict = pdf.dict(form);
  if (!dict) return;
  const isFlat = (value: Value) => pdf.name(pdf.dict(value)?.get('FT')) !== 'Sig';
  const staying = (pdf.array(dict.get('Fields')) ?? []).filter((value) => !isFlat(value));
  const catalog = new Map(pdf.catalog);
  if (staying.length > 0) catalog.set('AcroForm', new Map(dict).set('Fields', staying));
  else catalog.delete('AcroForm');
  revision.put(pdf.root, catalog);
}

/** Whether all letters of the original are in the copy, in their order. Fields add theirs to it. */
async function hasSameText(original: Uint8Array, copy: Uint8Array): Promise<boolean> {
  const [before, after] = [await textOf(original), await textOf(copy)];
  return before === null || (after !== null && containsInOrder(after, before));
}

function containsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters.replace(/\s/g, '')) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
