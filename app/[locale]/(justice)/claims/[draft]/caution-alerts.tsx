import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { formatDollars } from '@/lib/domain/claim/amounts';
import type { CalledCaution } from '@/lib/domain/claim/cautions';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { shownLimits } from '@/lib/web/live/court-facts';

/** Warnings about the filer's answers. They do not stop the filer. */
export async function CautionAlerts({ called }: { called: readonly CalledCaution[] }) {
  const [t, claim, locale] = await Promise.all([
    getTranslations('caution'),
    getTranslations('claim'),
    getLocale(),
  ]);
  const { simplified } = await shownLimits(courtDay(courtNow()));
  const limit = formatDollars(simplified, locale);
  return called.map(({ caution, parties }) => (
    <Alert key={caution} look="warning" heading={claim('warningHeading')}>
      <p>{t(caution, { limit, names: parties.map((name) => name || t('unnamed')).join(', ') })}</p>
    </Alert>
  ));
}
