import type { PageNode } from '@/lib/pdf/read/page-tree';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, isDict, Str, type Value } from '@/lib/pdf/syntax/objects';

/** What an annotation can call for; ISO 32000-2, 12.5. */
type AnnotationWarning = 'redactions' | 'comments' | 'screen-or-paper';

/** Flags of an annotation; ISO 32000-2, 12.5.3. */
const [hidden, print, noView, toggleNoView] = [2, 4, 32, 256];
/** They mark or answer the words of somebody else, and are lists of their own in readers. */
const remarks = new Set(['Text', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Caret']);
/** They are drawn on the page, and may have a comment that is not. */
const drawn = new Set(['Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Ink', 'Stamp']);
/** They show nothing of their own, or only what another annotation says. */
const frames = new Set(['Link', 'Popup', 'Text', 'Redact', 'TrapNet', 'PrinterMark', 'Watermark']);

export const annotationsOf = (pdf: PdfFile, { dict }: PageNode): Dict[] =>
  (pdf.array(dict.get('Annots')) ?? []).flatMap((value) => pdf.dict(value) ?? []);

/** The warnings that an annotation calls for. */
export function warningsOfAnnotation(pdf: PdfFile, annotation: Dict): AnnotationWarning[] {
  const called: [AnnotationWarning, boolean][] = [
    ['redactions', pdf.name(annotation.get('Subtype')) === 'Redact'],
    ['comments', isComment(pdf, annotation)],
    ['screen-or-paper', isOneSided(pdf, annotation)],
  ];
  return called.filter(([, applies]) => applies).map(([warning]) => warning);
}

/** Whether an annotation is a field that can still be filled in. The type may stand with the field above it. */
export function isField(pdf: PdfFile, annotation: Dict): boolean {
  if (pdf.name(annotation.get('Subtype')) !== 'Widget') return false;
  const type = annotation.get('FT') ?? pdf.dict(annotation.get('Parent'))?.get('FT');
  return ['Tx', 'Ch', 'Btn'].includes(pdf.name(type) ?? '');
}

/** Whether an annotation puts something on the page. A field is there to be filled, however empty. */
export function shows(pdf: PdfFile, annotation: Dict): boolean {
  const subtype = pdf.name(annotation.get('Subtype')) ?? '';
  if (frames.has(subtype) || flagsOf(pdf, annotation) & hidden) return false;
  return subtype === 'Widget' || hasLook(pdf, annotation, subtype);
}

function isComment(pdf: PdfFile, annotation: Dict): boolean {
  const subtype = pdf.name(annotation.get('Subtype')) ?? '';
  if (remarks.has(subtype)) return true;
  if (subtype === 'FreeText') return !/typewriter/i.test(pdf.name(annotation.get('IT')) ?? '');
  return drawn.has(subtype) && (says(pdf, annotation.get('Contents')) || annotation.has('IRT'));
}

/** Whether it lacks on a screen or on paper, or on both, or comes and goes. */
function isOneSided(pdf: PdfFile, annotation: Dict): boolean {
  const subtype = pdf.name(annotation.get('Subtype')) ?? '';
  if (frames.has(subtype) || !hasLook(pdf, annotation, subtype)) return false;
  const flags = flagsOf(pdf, annotation);
  return !(flags & print) || (flags & (hidden | noView | toggleNoView)) !== 0;
}

const flagsOf = (pdf: PdfFile, annotation: Dict) => pdf.number(annotation.get('F')) ?? 0;

/** An empty field has none, nor has a box without a size. */
function hasLook(pdf: PdfFile, annotation: Dict, subtype: string): boolean {
  const [left, bottom, right, top] = (pdf.array(annotation.get('Rect')) ?? []).map((edge) =>
    pdf.number(edge),
  );
  if (left === right || bottom === top) return false;
  if (subtype === 'Widget' && !says(pdf, annotation.get('V'))) {
    return pdf.name(annotation.get('FT')) === undefined && looks(pdf, annotation);
  }
  return subtype === 'Widget' || !annotation.has('AP') || looks(pdf, annotation);
}

/** Whether the normal appearance has operators. */
function looks(pdf: PdfFile, annotation: Dict): boolean {
  const normal = pdf.dict(annotation.get('AP'))?.get('N');
  const state = pdf.name(annotation.get('AS')) ?? '';
  const chosen = pdf.stream(normal) ? normal : pdf.dict(normal)?.get(state);
  const dict = pdf.dict(chosen);
  return isDict(dict) && (pdf.number(dict.get('Length')) ?? 0) > 0;
}

function says(pdf: PdfFile, value: Value | undefined): boolean {
  const text = pdf.resolve(value);
  return (
    text instanceof Str &&
    Buffer.from(text.bytes)
      .toString('latin1')
      .replace(/[\0\s\xfe\xff]/g, '') !== ''
  );
}
