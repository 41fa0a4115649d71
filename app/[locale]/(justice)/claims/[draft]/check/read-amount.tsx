import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { formatDollars } from '@/lib/domain/claim/amounts';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { shownLimits } from '@/lib/web/live/court-facts';

/** The amount that the PDF claims, and what follows from it by the limits of today. */
export async function ReadAmount({ cents, page }: { cents: number; page: number }) {
  const [t, locale] = await Promise.all([getTranslations('claim.check'), getLocale()]);
  const on = courtDay(courtNow());
  const dollars = cents / 100;
  const { smallClaims: small, simplified } = await shownLimits(on);
  return (
    <Alert>
      <p>{t('amount', { amount: formatDollars(dollars, locale), page })}</p>
      {dollars <= small && <p>{t('smallClaims', { limit: formatDollars(small, locale) })}</p>}
      {dollars > small && dollars <= simplified && (
        <p>{t('rule76', { limit: formatDollars(simplified, locale) })}</p>
      )}
    </Alert>
  );
}
