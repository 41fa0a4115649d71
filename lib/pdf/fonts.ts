import { type Face, makeFace } from '@/lib/pdf/face';
import type { NewObjects, Ref, Value } from '@/lib/pdf/objects';

/** The faces of the court seal: Open Sans, under the SIL Open Font License 1.1. */
export type SealFonts = { regular: Face; bold: Face };

let made: Promise<SealFonts> | undefined;

/** The faces, made once in a process; they are the same bytes in every process. */
export function sealFonts(): Promise<SealFonts> {
  made ??= makeFonts();
  return made;
}

async function makeFonts(): Promise<SealFonts> {
  // One after the other: each is work for the processor, not waiting.
  const regular = await makeFace(
    'OpenSans-Regular',
    '@fontsource/open-sans/files/open-sans-latin-400-normal.woff',
  );
  const bold = await makeFace('OpenSans-Bold', '@fontsource/open-sans/files/open-sans-latin-700-normal.woff');
  return { regular, bold };
}

const embedded = new WeakMap<NewObjects, Map<Face, Ref>>();

/** The face's font dictionary among a revision's new objects, where it is put when it is first asked for. */
export function embedFace(objects: NewObjects, face: Face): Ref {
  const faces = embedded.get(objects) ?? new Map<Face, Ref>();
  embedded.set(objects, faces);
  const ref = faces.get(face) ?? addFace(objects, face);
  faces.set(face, ref);
  return ref;
}

/** Four dictionaries and a font program that refer to each other; ISO 32000-2, 9.7 and 9.8. */
function addFace(objects: NewObjects, { font, descendant, descriptor, program, toUnicode }: Face): Ref {
  const file = objects.addStream(new Map(program.dict), program.bytes);
  const described = objects.add(new Map<string, Value>([...descriptor, ['FontFile2', file]]));
  const glyphs = objects.add(new Map<string, Value>([...descendant, ['FontDescriptor', described]]));
  const unicode = objects.addStream(new Map(toUnicode.dict), toUnicode.bytes);
  return objects.add(
    new Map<string, Value>([...font, ['DescendantFonts', [glyphs]], ['ToUnicode', unicode]]),
  );
}
