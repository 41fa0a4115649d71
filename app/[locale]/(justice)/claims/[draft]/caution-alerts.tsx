import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/alert';
import { formatDollars } from '@/lib/domain/amounts';
import { courtDay } from '@/lib/domain/calendar';
import { type Caution, simplifiedLimit } from '@/lib/domain/cautions';
import { courtNow } from '@/lib/services/clock';

/** What the filer should know of their answers; it stops nothing. */
export async function CautionAlerts({ called }: { called: readonly Caution[] }) {
  const [t, claim, locale] = await Promise.all([
    getTranslations('caution'),
    getTranslations('claim'),
    getLocale(),
  ]);
  const limit = formatDollars(simplifiedLimit(courtDay(courtNow())), locale);
  return called.map((caution) => (
    <Alert key={caution} look="warning" heading={claim('warningHeading')}>
      <p>{t(caution, { limit })}</p>
    </Alert>
  ));
}
