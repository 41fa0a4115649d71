import { deflateSync } from 'node:zlib';
import { type Box, boxThrough, type Matrix } from '@/lib/pdf/read/geometry';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, dict, name, Ref, Str, type Value } from '@/lib/pdf/syntax/objects';
import type { Revision } from '@/lib/pdf/syntax/revision';
import { isField } from '@/lib/pdf/warnings/annotations';

/** Flags of an annotation that is not shown on a screen; ISO 32000-2, 12.5.3. */
const unseen = 2 + 32;

/** A field's look, and the matrix that puts it where the field is. */
export type FieldLook = { form: Ref; matrix: Matrix };

/**
 * The annotations of a page: those that stay, and the looks of the fields that become part of the page. Null if a field
 * says something and has no look: it would be lost.
 */
export function partedFields(
  revision: Revision,
  pdf: PdfFile,
  page: Dict,
): { staying: Value[]; looks: FieldLook[] } | null {
  const annotations = pdf.array(page.get('Annots')) ?? [];
  const isFlat = (value: Value) => {
    const annotation = pdf.dict(value);
    return annotation !== undefined && isField(pdf, annotation);
  };
  const looks: FieldLook[] = [];
  for (const value of annotations.filter(isFlat)) {
    const field = pdf.dict(value) ?? new Map();
    const look = lookOf(pdf, field);
    if (look) looks.push({ ...look, form: drawable(revision, pdf, look.form) });
    else if (isSeen(pdf, field) && saysSomething(pdf, field)) return null;
  }
  return { staying: annotations.filter((value) => !isFlat(value)), looks };
}

const isSeen = (pdf: PdfFile, field: Dict) => ((pdf.number(field.get('F')) ?? 0) & unseen) === 0;

/** Whether a field, or the one above it, is filled in or ticked. */
function saysSomething(pdf: PdfFile, field: Dict): boolean {
  const value = pdf.resolve(field.get('V') ?? pdf.dict(field.get('Parent'))?.get('V'));
  if (value instanceof Str) return value.bytes.length > 0;
  const state = pdf.name(field.get('AS')) ?? pdf.name(value) ?? 'Off';
  return state !== 'Off' || Array.isArray(value);
}

/** The look of a field as it is shown on a screen; ISO 32000-2, 12.5.5, algorithm 8.1. */
function lookOf(pdf: PdfFile, annotation: Dict): FieldLook | undefined {
  if (!isSeen(pdf, annotation)) return undefined;
  const form = shownForm(pdf, annotation);
  const look = pdf.dict(form);
  const [rect, bounds] = [
    numbersOf(pdf, annotation.get('Rect'), 4),
    look && numbersOf(pdf, look.get('BBox'), 4),
  ];
  if (!form || !look || !rect || !bounds) return undefined;
  const own = numbersOf(pdf, look.get('Matrix'), 6) ?? [1, 0, 0, 1, 0, 0];
  const from = boxThrough(own as unknown as Matrix, bounds as unknown as Box);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect;
  const [sx, sy] = [stretch(x0, x1, from[0], from[2]), stretch(y0, y1, from[1], from[3])];
  const [left, bottom] = [Math.min(x0, x1), Math.min(y0, y1)];
  return { form, matrix: [sx, 0, 0, sy, left - sx * from[0], bottom - sy * from[1]] };
}

const stretch = (a: number, b: number, low: number, high: number) =>
  high > low ? Math.abs(b - a) / (high - low) : 1;

/** The form that is drawn for the field's state; undefined if nothing is. */
function shownForm(pdf: PdfFile, annotation: Dict): Ref | undefined {
  const normal = pdf.dict(annotation.get('AP'))?.get('N');
  const state = pdf.name(annotation.get('AS')) ?? '';
  const chosen = pdf.stream(normal) ? normal : pdf.dict(normal)?.get(state);
  return chosen instanceof Ref && pdf.stream(chosen) ? chosen : undefined;
}

/** The fonts that every reader knows by these names in fields, wherever they are. */
const known = { Helv: 'Helvetica', ZaDb: 'ZapfDingbats' };

/**
 * A look of a field as a form that page content can draw: readers take the fonts that it lacks from the form of the
 * document, and that it is a form at all from where it stands; ISO 32000-2, 12.7.4.3 and 8.10.
 */
function drawable(revision: Revision, pdf: PdfFile, form: Ref): Ref {
  const stream = pdf.stream(form);
  if (!stream) return form;
  const resources = new Map(pdf.dict(stream.dict.get('Resources')));
  const own = pdf.dict(resources.get('Font')) ?? new Map();
  const shared = pdf.dict(pdf.dict(pdf.dict(pdf.catalog?.get('AcroForm'))?.get('DR'))?.get('Font'));
  const all = new Map([...builtIn(), ...(shared ?? []), ...own]);
  const content = stream.data();
  const named = [...content.toString('latin1').matchAll(/\/([^\s/()<>[\]{}%]+)\s+[\d.+-]+\s+Tf/g)];
  const lacks = named.some(([, font = '']) => !own.has(font) && all.has(font));
  if (!lacks && pdf.name(stream.dict.get('Subtype')) === 'Form') return form;
  const entries = new Map(stream.dict).set('Type', name('XObject')).set('Subtype', name('Form'));
  for (const key of ['Length', 'DecodeParms']) entries.delete(key);
  entries.set('Resources', resources.set('Font', all)).set('Filter', name('FlateDecode'));
  return revision.addStream(entries, deflateSync(content));
}

const builtIn = (): [string, Value][] =>
  Object.entries(known).map(([key, font]) => [
    key,
    dict({ Type: name('Font'), Subtype: name('Type1'), BaseFont: name(font) }),
  ]);

function numbersOf(pdf: PdfFile, value: Value | undefined, count: number): number[] | undefined {
  const numbers = (pdf.array(value) ?? []).flatMap((one) => pdf.number(one) ?? []);
  return numbers.length === count ? numbers : undefined;
}
