import { getTranslations } from 'next-intl/server';
import { env } from '@/lib/env';

/** What a form says once its change is proposed: who carries it out, and when. */
export async function proposedWords(): Promise<string> {
  const t = await getTranslations('approvals');
  return t(env.SECOND_PERSON === 'wait' ? 'proposedWait' : 'proposed');
}
