import { pagesOf } from '@/lib/pdf/read/page-tree';
import { dictsBelow } from '@/lib/pdf/read/reachable';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, Str, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

/**
 * What a filed PDF may do beside showing its pages: lead to another of its pages, to an https address, or to somebody's
 * e-mail. Everything else that a reader of PDFs can carry out, play or unpack is refused; ISO 32000-2, 12.5.6 and 12.6.
 */

/** Actions that only turn to a page of the same file. */
const turning = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);
/** Annotations that play or run something. */
const played = new Set(['Screen', 'Movie', 'Sound', 'RichMedia', '3D']);

/** Neither these nor what they lead to can hold an action. Parents are reached from the root anyway. */
const passive = new Set([
  'Parent',
  'P',
  'Contents',
  'Resources',
  'AP',
  'StructTreeRoot',
  'Metadata',
  'PieceInfo',
  'Dests',
  'B',
]);

/** @throws PdfRefused 'active-content', 'embedded-files', 'dynamic-form' or 'too-complex' */
export function refuseActiveContent(pdf: PdfFile): void {
  const { catalog } = pdf;
  if (!catalog) return;
  if (pdf.dict(catalog.get('AcroForm'))?.has('XFA')) throw new PdfRefused('dynamic-form');
  const names = pdf.dict(catalog.get('Names'));
  if (holdsNames(pdf, names?.get('JavaScript'))) throw new PdfRefused('active-content');
  if (holdsNames(pdf, names?.get('EmbeddedFiles')) || catalog.has('Collection'))
    throw new PdfRefused('embedded-files');
  const roots = ['OpenAction', 'AA', 'Outlines', 'AcroForm', 'AF', 'Pages'].map(
    (key) => catalog.get(key) ?? null,
  );
  const pages = [...pagesOf(pdf)].map(({ dict }) => dict);
  refuseActive(pdf, catalog);
  for (const dict of dictsBelow(pdf, [...roots, ...pages], passive)) refuseActive(pdf, dict);
}

/** Whether a tree of names has any; ISO 32000-2, 7.9.6. */
function holdsNames(pdf: PdfFile, tree: Value | undefined): boolean {
  const dict = pdf.dict(tree);
  return dict !== undefined && ['Names', 'Kids'].some((key) => (pdf.array(dict.get(key)) ?? []).length > 0);
}

function refuseActive(pdf: PdfFile, dict: Dict): void {
  const subtype = pdf.name(dict.get('Subtype'));
  if (subtype === 'FileAttachment' || dict.has('EF')) throw new PdfRefused('embedded-files');
  const isPlayed = subtype !== undefined && played.has(subtype) && dict.has('Rect');
  if (isPlayed || !actionsOf(pdf, dict).every((action) => isHarmless(pdf, action)))
    throw new PdfRefused('active-content');
}

/** The actions that a catalog, page, annotation, field, outline item or action names. */
function actionsOf(pdf: PdfFile, dict: Dict): Dict[] {
  const events = [...(pdf.dict(dict.get('AA'))?.values() ?? [])];
  const named = ['A', 'PA', 'OpenAction', 'Next'].flatMap((key) => {
    const value = dict.get(key) ?? null;
    return pdf.array(value) ?? [value];
  });
  const actions = [...events, ...named].map((value) => pdf.dict(value));
  return actions.filter((action): action is Dict => Boolean(action?.has('S') || action?.has('JS')));
}

function isHarmless(pdf: PdfFile, action: Dict): boolean {
  const kind = pdf.name(action.get('S'));
  if (kind === 'GoTo') return true;
  if (kind === 'Named') return turning.has(pdf.name(action.get('N')) ?? '');
  return kind === 'URI' && isLink(pdf.resolve(action.get('URI')));
}

/** A web page by https, or somebody's e-mail address, as word processors link them, with nothing filled in. */
function isLink(address: Value): boolean {
  const text = address instanceof Str ? Buffer.from(address.bytes).toString('latin1').trim() : '';
  if (/^mailto:[^?\s]+@[^?\s]+$/i.test(text)) return true;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}
