import { type Box, boxThrough, type Matrix } from '@/lib/pdf/read/geometry';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, Ref, type Value } from '@/lib/pdf/syntax/objects';
import type { Revision } from '@/lib/pdf/syntax/revision';

/** Entries of an annotation that are points of its page, one after the other; ISO 32000-2, 12.5.6. */
const points = ['QuadPoints', 'L', 'Vertices', 'CL'];

/** Annotations after their page was scaled and moved: the same look at the same place of the page. */
export function movedAnnotations(
  revision: Revision,
  pdf: PdfFile,
  annotations: Value[],
  matrix: Matrix,
): Value[] {
  return annotations.map((value) => {
    const dict = pdf.dict(value);
    if (!dict) return value;
    const moved = movedAnnotation(pdf, dict, matrix);
    if (!(value instanceof Ref)) return moved;
    revision.put(value, moved);
    return value;
  });
}

function movedAnnotation(pdf: PdfFile, annotation: Dict, matrix: Matrix): Dict {
  const moved = new Map(annotation);
  const numbers = (value: Value | undefined) =>
    (pdf.array(value) ?? []).map((entry) => pdf.number(entry) ?? 0);
  const rect = numbers(annotation.get('Rect'));
  if (rect.length === 4) moved.set('Rect', [...boxThrough(matrix, rect as unknown as Box)]);
  for (const key of points) {
    if (annotation.has(key)) moved.set(key, movedPoints(numbers(annotation.get(key)), matrix));
  }
  const strokes = pdf.array(annotation.get('InkList'));
  if (strokes) {
    moved.set(
      'InkList',
      strokes.map((stroke) => movedPoints(numbers(stroke), matrix)),
    );
  }
  const inset = numbers(annotation.get('RD'));
  if (inset.length === 4)
    moved.set(
      'RD',
      inset.map((edge) => edge * matrix[0]),
    );
  return moved;
}

const movedPoints = (numbers: number[], [scale, , , , x, y]: Matrix) =>
  numbers.map((number, n) => scale * number + (n % 2 === 0 ? x : y));
