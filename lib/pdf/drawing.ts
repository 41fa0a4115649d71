import { deflateSync } from 'node:zlib';
import type { Face } from '@/lib/pdf/face';
import { embedFace } from '@/lib/pdf/fonts';
import { type Dict, dict, type NewObjects, name, type Ref, type Value } from '@/lib/pdf/objects';

/**
 * A drawing from (0, 0) to its width and height in points: operators, and the faces and the drawings that they use by
 * name.
 */
export type Drawing = {
  width: number;
  height: number;
  content: string;
  faces: Record<string, Face>;
  parts?: Record<string, Drawing>;
};

/**
 * Puts a drawing among a revision's new objects as a form XObject (ISO 32000-2, 8.10), with `extra` entries such as
 * /Matrix. Its faces are shared with the revision's other drawings.
 */
export function addDrawing(objects: NewObjects, drawing: Drawing, extra: Dict = new Map()): Ref {
  const fonts = Object.entries(drawing.faces).map(([key, face]) => [key, embedFace(objects, face)] as const);
  const parts = Object.entries(drawing.parts ?? {}).map(
    ([key, part]) => [key, addDrawing(objects, part)] as const,
  );
  const form = dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [0, 0, drawing.width, drawing.height],
    Resources: dict({
      Font: new Map<string, Value>(fonts),
      XObject: drawing.parts && new Map<string, Value>(parts),
    }),
    Filter: name('FlateDecode'),
  });
  return objects.addStream(new Map([...form, ...extra]), packed(drawing));
}

const known = new WeakMap<Drawing, Buffer>();

/** What is the same in every document is compressed once. */
function packed(drawing: Drawing): Buffer {
  // A tenth more bytes than with the usual level, and half the time.
  const bytes = known.get(drawing) ?? deflateSync(Buffer.from(drawing.content, 'latin1'), { level: 3 });
  known.set(drawing, bytes);
  return bytes;
}
