import { getTranslations } from 'next-intl/server';
import { REFUSAL_CODES, type RefusalCode } from '@/lib/domain/claim/document';
import { isOneOf } from '@/lib/domain/text';
import { isErrorKey } from '@/lib/messages/catalogue';
import { refusedSealCookie } from '@/lib/web/cookies/cookies';

/**
 * Why a file is refused, without a full stop.
 * @param sealNumber the court file number in the seal that the file already bears, if it could be read
 */
export async function refusalWords(code: RefusalCode, sealNumber?: string | null): Promise<string> {
  const t = await getTranslations('refusal');
  return code === 'already-sealed' && sealNumber ? t('already-sealed-as', { number: sealNumber }) : t(code);
}

/**
 * Why a file about a filing was refused, by what its page was told in `?refused=`.
 * @param code under `refusal` or a key under `errors`; anything else is told as an upload that failed
 */
export async function refusedFileWords(reference: string, code: string): Promise<string> {
  const [errors, seal] = [await getTranslations('errors'), await refusedSealCookie.get()];
  return isOneOf(REFUSAL_CODES, code)
    ? refusalWords(code, seal?.reference === reference ? seal.number : null)
    : errors(isErrorKey(code) ? code : 'uploadFailed', { minutes: 0 });
}
