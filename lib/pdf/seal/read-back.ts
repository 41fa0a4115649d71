import { sealFieldName } from '@/lib/domain/register/verification';
import { findPlaces } from '@/lib/pdf/placement/find-place';
import { findFieldNamed } from '@/lib/pdf/read/form';
import { countPages } from '@/lib/pdf/read/page-tree';
import type { Place, SealOrder } from '@/lib/pdf/read/seal-order';
import { seal } from '@/lib/pdf/seal/seal';
import type { Signed, Signer } from '@/lib/pdf/signature/sign';
import { verifySeal } from '@/lib/pdf/signature/verify';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { withPdf } from '@/lib/pdf/syntax/open';

/**
 * Seals a document and reads the result back before anybody relies on it. A seal that cannot be read back is tried once
 * more on a page of its own.
 * @throws PdfRefused; Error if the result cannot be read back either
 */
export async function sealReadably(
  bytes: Uint8Array,
  order: SealOrder,
  place: Place,
  signer: Signer,
): Promise<Signed> {
  for (const tried of placesToTry(bytes, place)) {
    const signed = await seal(bytes, order, tried, signer);
    const promised = withPdf(bytes, countPages) + (tried.kind === 'added-page' ? 1 : 0);
    if (canBeReadBack(Buffer.concat([bytes, signed.revision]), order, promised)) return signed;
  }
  throw new Error('the sealed file cannot be read back');
}

/** The place that was found, and a page of its own only where that did not do. */
function* placesToTry(bytes: Uint8Array, place: Place): Generator<Place> {
  yield place;
  const { unseen } = findPlaces(bytes);
  if (place.kind === 'first-page' && unseen.kind === 'added-page') yield unseen;
}

/**
 * Whether a file opens anew by its own cross-reference and its own key, has as many pages as promised, and bears this
 * seal with a signature over all of its bytes. Whether the signer is trusted is not asked here.
 */
export function canBeReadBack(sealed: Uint8Array, order: SealOrder, pages: number): boolean {
  const { mark, signature, wholeFile } = verifySeal(sealed, []);
  const fits = signature === 'untrusted' || signature === 'valid';
  if (!fits || !wholeFile || mark?.code !== order.code || mark.fileNumber !== order.fileNumber) return false;
  const opens = (pdf: PdfFile) =>
    !pdf.isRecovered &&
    countPages(pdf) === pages &&
    findFieldNamed(pdf, sealFieldName(order.fileNumber)) !== undefined;
  try {
    return withPdf(sealed, opens);
  } catch {
    return false;
  }
}
