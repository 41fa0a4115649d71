import { getTranslations } from 'next-intl/server';
import type { ListedDraft } from '@/lib/data/claim/drafts';
import { missingSteps } from '@/lib/domain/claim/progress';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';

/** What a draft still needs, in words. */
export async function missingWords({ answers, uploaded }: ListedDraft): Promise<string> {
  const [t, claim] = [await getTranslations('drafts'), await getTranslations('claim')];
  const missing = missingSteps({ answers, uploaded, on: courtDay(courtNow()) });
  if (missing.length === 0) return t('nothingMissing');
  return t('missing', { what: missing.map((step) => claim(`${step}.title`)).join(', ') });
}
