import { getTranslations } from 'next-intl/server';
import type { RefusalCode } from '@/lib/domain/claim/document';

/**
 * Why a file is refused, without a full stop.
 * @param sealNumber the court file number in the seal that the file already bears, if it could be read
 */
export async function refusalWords(code: RefusalCode, sealNumber?: string | null): Promise<string> {
  const t = await getTranslations('refusal');
  return code === 'already-sealed' && sealNumber ? t('already-sealed-as', { number: sealNumber }) : t(code);
}
