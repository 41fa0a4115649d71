import { FILE_NUMBER } from '@/lib/domain/filing/filing';
import { sealFieldStart, sealMarkStart } from '@/lib/domain/register/verification';
import { findFieldNamed } from '@/lib/pdf/read/form';
import type { PdfFile } from '@/lib/pdf/syntax/file';

/** What a file tells of a seal in it. It proves nothing: anyone can write it. */
type Seal = {
  /** The court file number, if it can be read. */
  sealNumber?: string | undefined;
};

/** The name of the seal's field as the sealer writes it into a file that is not encrypted. */
const fieldStart = `/T <${Buffer.from(sealFieldStart, 'latin1').toString('hex')}`;
/** The newest will do. */
const mostSeals = 20;

/**
 * The newest seal in the plain bytes of a file, or what is left of one, whatever later revisions say of it. One with a
 * number comes before one without.
 */
export function findSeal(bytes: Uint8Array): Seal | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const marks = textsAfter(file, sealMarkStart).map((text) => text.split(' ')[0] ?? '');
  const fields = textsAfter(file, fieldStart).map((text) => Buffer.from(text, 'hex').toString('latin1'));
  const numbers = [...marks, ...fields];
  return numbers.length > 0 ? { sealNumber: numbers.find((number) => FILE_NUMBER.test(number)) } : undefined;
}

/** What follows each of these places, the last first. */
function textsAfter(file: Buffer, place: string): string[] {
  const texts: string[] = [];
  for (let at = file.length; at >= 0 && texts.length < mostSeals; at -= 1) {
    at = file.lastIndexOf(place, at, 'latin1');
    if (at < 0) break;
    texts.push(file.toString('latin1', at + place.length, at + place.length + 64));
  }
  return texts;
}

/** The seal of which the form has a field, also where another program wrote the file anew. */
export function findSealField(pdf: PdfFile): Seal | undefined {
  const name = findFieldNamed(pdf, sealFieldStart);
  const number = name?.slice(sealFieldStart.length) ?? '';
  return name === undefined ? undefined : { sealNumber: FILE_NUMBER.test(number) ? number : undefined };
}
