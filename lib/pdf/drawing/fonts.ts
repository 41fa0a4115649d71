import { once } from '@/lib/domain/once';
import { alphabetOf, type Face, makeFace } from '@/lib/pdf/letters/face';
import { Scripts } from '@/lib/pdf/letters/scripts';
import type { NewObjects, Ref, Value } from '@/lib/pdf/syntax/objects';

type SealFaces = { regular: Face; bold: Face };

/**
 * The faces of the court seal: Open Sans, under the SIL Open Font License 1.1. `scripts` has the letters of the
 * regular face that it lacks.
 */
export type SealFonts = SealFaces & { scripts?: Scripts | undefined };

const sealFaces = once(makeFonts);

/**
 * The faces, made once in each process, and the other letters of some names. Every process makes the same
 * bytes.
 */
export async function sealFonts(names: string[] = []): Promise<SealFonts> {
  const faces = await sealFaces();
  return { ...faces, scripts: await Scripts.load(names, 400, alphabetOf(faces.regular)) };
}

async function makeFonts(): Promise<SealFaces> {
  // One after the other: the work keeps the processor busy, so running both at once gains nothing.
  const regular = await makeFace(
    'OpenSans-Regular',
    '@fontsource/open-sans/files/open-sans-latin-400-normal.woff',
  );
  const bold = await makeFace('OpenSans-Bold', '@fontsource/open-sans/files/open-sans-latin-700-normal.woff');
  return { regular, bold };
}

const embedded = new WeakMap<NewObjects, Map<Face, Ref>>();

/**
 * The reference of the face's font dictionary. The first call adds the dictionary to the revision's new
 * objects.
 */
export function embedFace(objects: NewObjects, face: Face): Ref {
  const faces = embedded.get(objects) ?? new Map<Face, Ref>();
  embedded.set(objects, faces);
  const ref = faces.get(face) ?? addFace(objects, face);
  faces.set(face, ref);
  return ref;
}

/** Dictionaries and streams that refer to each other; ISO 32000-2, 9.7 and 9.8. */
function addFace(objects: NewObjects, face: Face): Ref {
  const { font, descendant, descriptor, program, toUnicode, glyphOfCode } = face;
  const file = objects.addStream(new Map(program.dict), program.bytes);
  const described = objects.add(new Map<string, Value>([...descriptor, ['FontFile2', file]]));
  const glyphs = new Map<string, Value>([...descendant, ['FontDescriptor', described]]);
  if (glyphOfCode) {
    glyphs.set('CIDToGIDMap', objects.addStream(new Map(glyphOfCode.dict), glyphOfCode.bytes));
  }
  const unicode = objects.addStream(new Map(toUnicode.dict), toUnicode.bytes);
  return objects.add(
    new Map<string, Value>([...font, ['DescendantFonts', [objects.add(glyphs)]], ['ToUnicode', unicode]]),
  );
}
