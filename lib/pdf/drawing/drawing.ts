import { deflateSync } from 'node:zlib';
import { embedFace } from '@/lib/pdf/drawing/fonts';
import type { Face } from '@/lib/pdf/letters/face';
import { type Dict, dict, type NewObjects, name, type Ref, type Value } from '@/lib/pdf/syntax/objects';

/**
 * A drawing from (0, 0) to its width and height in points: its operators, and the faces and drawings that the
 * operators name.
 */
export type Drawing = {
  width: number;
  height: number;
  content: string;
  faces: Record<string, Face>;
  parts?: Record<string, Drawing> | undefined;
};

/**
 * Puts a drawing among a revision's new objects as a form XObject (ISO 32000-2, 8.10), with `extra` entries
 * such as /Matrix. Its faces are shared with the revision's other drawings.
 */
export function addDrawing(objects: NewObjects, drawing: Drawing, extra: Dict = new Map()): Ref {
  const parts = Object.entries(drawing.parts ?? {}).map(([key, part]): [string, Value] => [
    key,
    addPart(objects, part),
  ]);
  const form = formOf(objects, drawing, parts);
  // Left uncompressed: it is a few kilobytes, which take longer to compress than to write.
  return objects.addStream(new Map([...form, ...extra]), Buffer.from(drawing.content, 'latin1'));
}

const compressed = new WeakMap<Drawing, Buffer>();

/** Many documents share the same part, so it is compressed only once. */
function addPart(objects: NewObjects, part: Drawing): Ref {
  const bytes = compressed.get(part) ?? deflateSync(Buffer.from(part.content, 'latin1'));
  compressed.set(part, bytes);
  return objects.addStream(formOf(objects, part, []).set('Filter', name('FlateDecode')), bytes);
}

function formOf(objects: NewObjects, { faces, width, height }: Drawing, parts: [string, Value][]): Dict {
  const fonts = Object.entries(faces).map(([key, face]): [string, Value] => [key, embedFace(objects, face)]);
  return dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [0, 0, width, height],
    Resources: dict({
      Font: new Map(fonts),
      XObject: parts.length > 0 ? new Map(parts) : undefined,
    }),
  });
}
