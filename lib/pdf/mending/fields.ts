import { type Box, boxThrough, type Matrix } from '@/lib/pdf/read/geometry';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, Ref, type Value } from '@/lib/pdf/syntax/objects';
import { isField } from '@/lib/pdf/warnings/annotations';

/** Flags of an annotation that is not shown on a screen; ISO 32000-2, 12.5.3. */
const unseen = 2 + 32;

/** A field's look, and the matrix that puts it where the field is. */
export type FieldLook = { form: Ref; matrix: Matrix };

/** The annotations of a page: those that stay, and the looks of the fields that become part of the page. */
export function partedFields(pdf: PdfFile, page: Dict): { staying: Value[]; looks: FieldLook[] } {
  const annotations = pdf.array(page.get('Annots')) ?? [];
  const isFlat = (value: Value) => {
    const annotation = pdf.dict(value);
    return annotation !== undefined && isField(pdf, annotation);
  };
  const looks = annotations.filter(isFlat).flatMap((value) => {
    const look = lookOf(pdf, pdf.dict(value) ?? new Map());
    return look ? [look] : [];
  });
  return { staying: annotations.filter((value) => !isFlat(value)), looks };
}

/** The look of a field as it is shown on a screen; ISO 32000-2, 12.5.5, algorithm 8.1. */
function lookOf(pdf: PdfFile, annotation: Dict): FieldLook | undefined {
  if ((pdf.number(annotation.get('F')) ?? 0) & unseen) return undefined;
  const form = shownForm(pdf, annotation);
  const dict = pdf.dict(form);
  const [rect, bounds] = [
    numbersOf(pdf, annotation.get('Rect'), 4),
    dict && numbersOf(pdf, dict.get('BBox'), 4),
  ];
  if (!form || !dict || !rect || !bounds) return undefined;
  const own = numbersOf(pdf, dict.get('Matrix'), 6) ?? [1, 0, 0, 1, 0, 0];
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

function numbersOf(pdf: PdfFile, value: Value | undefined, count: number): number[] | undefined {
  const numbers = (pdf.array(value) ?? []).flatMap((one) => pdf.number(one) ?? []);
  return numbers.length === count ? numbers : undefined;
}
