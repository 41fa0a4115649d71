import { getTranslations } from 'next-intl/server';
import type { Draft, ListedDraft } from '@/lib/data/claim/drafts';
import { missingSteps } from '@/lib/domain/claim/progress';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import type { Href } from '@/lib/web/routes/navigation';

/** Where a draft goes on: at the step of a claim where the person was, or on the page of a later document. */
export function draftHref({ reference, step, laterKind }: Draft): Href {
  const params = { draft: reference };
  return { pathname: laterKind ? '/later-documents/[draft]' : `/claims/[draft]/${step}`, params };
}

/** What a draft still needs, in words. */
export async function missingWords({ answers, uploaded, laterKind }: ListedDraft): Promise<string> {
  const [t, claim] = [await getTranslations('drafts'), await getTranslations('claim')];
  if (laterKind) return uploaded.includes(laterKind) ? t('nothingMissing') : t('missing', { what: t('pdf') });
  const missing = missingSteps({ answers, uploaded, on: courtDay(courtNow()) });
  if (missing.length === 0) return t('nothingMissing');
  return t('missing', { what: missing.map((step) => claim(`${step}.title`)).join(', ') });
}
