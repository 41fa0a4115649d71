import { MAX_BYTES } from '@/lib/domain/claim/document';
import type { ReceivedFile } from '@/lib/storage/embedded/multipart';
import { refusedSealCookie } from '@/lib/web/cookies/cookies';

/** Why a file is refused before anybody looks into it: a key under `errors`. */
export function faultOfSize({ written }: ReceivedFile): 'fileEmpty' | 'fileTooLarge' | undefined {
  if (written === 0) return 'fileEmpty';
  return written > MAX_BYTES ? 'fileTooLarge' : undefined;
}

type RefusedFile = { code: string; sealNumber?: string | null | undefined };

/**
 * Why a file about a filing was refused, for the filing's page. The number in a seal that the file already bears goes to
 * that page by a cookie, and never by its address.
 * @returns a code under `refusal`; undefined if the file was taken
 */
export async function refusedCode(reference: string, refused?: RefusedFile): Promise<string | undefined> {
  if (refused?.code === 'already-sealed')
    await refusedSealCookie.set({ reference, number: refused.sealNumber ?? null });
  return refused?.code;
}
