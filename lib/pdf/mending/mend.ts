import { createHash } from 'node:crypto';
import type { DocumentWarning, WarningKind } from '@/lib/domain/claim/document-warning';
import { isNothing, type MendedPage, type Mending, type NotMended } from '@/lib/domain/claim/draft/mending';
import { changePage } from '@/lib/pdf/mending/pages';
import { fitToLetter } from '@/lib/pdf/mending/paper';
import { PdfiumDocument } from '@/lib/pdf/mending/pdfium';
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
  const document = await PdfiumDocument.open(bytes);
  if (document.pages !== pages) return { ok: false, code: 'failed' };
  const saved = savedAs(document, warnings);
  freeMemory();
  const { revision, done } = withPdf(saved.file, (pdf) => changePages(pdf, saved.plan));
  const unlocked = warnings.some(({ kind }) => kind === 'owner-restrictions');
  const mending = { pages: done.filter(isChanged), unlocked };
  if (isNothing(mending)) return { ok: false, code: 'nothing' };
  const mended = revision.length > 0 ? Buffer.concat([saved.file, revision]) : saved.file;
  if (!hasAllLetters(document.replacedBy(mended), saved.kept)) return { ok: false, code: 'differs' };
  return { ok: true, bytes: mended, mending };
}

/** What one step took of a large file must not count against the next. */
const freeMemory = () => globalThis.gc?.();

/** How often each letter stands on a page. */
type Letters = Map<string, number>;
type Saved = { file: Uint8Array; plan: Planned[]; kept: Letters[] };

/** What PDFium makes of the file by a plan, with the letters of the pages that stay. */
function savedAs(document: PdfiumDocument, warnings: readonly DocumentWarning[]): Saved {
  const read = Array.from({ length: document.pages }, (_, n) => readPage(document, n + 1));
  const turns = read.map(({ turn }) => turn);
  const plan = planOf(document, warnings, turns);
  const kept = plan.flatMap(({ becomes }, n) => (becomes === null ? [] : (read[n]?.letters ?? [])));
  return { plan, kept, file: applied(document, plan) };
}

/** The letters of a page, and by how many degrees it must be turned clockwise until most of them stand upright. */
function readPage(document: PdfiumDocument, number: number): { letters: Letters; turn: number } {
  const letters: Letters = new Map();
  const turned = new Map<number, number>();
  for (const { letter, turn } of document.letters(number)) {
    letters.set(letter, (letters.get(letter) ?? 0) + 1);
    turned.set(turn, (turned.get(turn) ?? 0) + 1);
  }
  const all = [...turned.values()].reduce((sum, count) => sum + count, 0);
  const [turn = 0] = [...turned].find(([, count]) => count > 0.6 * all) ?? [];
  return { letters, turn: (360 - turn) % 360 };
}

/** A page of the original, and what is to be done to it. */
type Planned = MendedPage & { turn: number; hasFields: boolean };

const isChanged = ({ becomes, turned, resized, flattened }: MendedPage) =>
  becomes === null || turned || resized || flattened;

function planOf(
  document: PdfiumDocument,
  warnings: readonly DocumentWarning[],
  turns: readonly number[],
): Planned[] {
  const pagesOfKind = (kind: WarningKind) =>
    new Set(warnings.find((warning) => warning.kind === kind)?.pages ?? []);
  const [blank, fields] = [pagesOfKind('blank-pages'), pagesOfKind('fields-not-flattened')];
  const numbers = Array.from({ length: document.pages }, (_, n) => n + 1);
  const empty = new Set(numbers.filter((page) => blank.has(page) && document.isEmpty(page)));
  if (empty.size === document.pages) empty.clear();
  let kept = 0;
  return numbers.map((page) => {
    const turn = turns[page - 1] ?? 0;
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

/** Whether the copy has all letters of the pages that stay, page by page. Fields add theirs. */
function hasAllLetters(copy: PdfiumDocument, kept: Letters[]): boolean {
  if (copy.pages !== kept.length) return false;
  return kept.every((before, n) => {
    const { letters } = readPage(copy, n + 1);
    return [...before].every(([letter, count]) => (letters.get(letter) ?? 0) >= count);
  });
}
