import { getLocale, getTranslations } from 'next-intl/server';
import { formatInstant } from '@/lib/domain/court/dates';
import { courtClockIsSet, courtNow } from '@/lib/services/clock';

/** Says on every page that the court's clock was set for a test or a demonstration. */
export async function CourtClockBanner() {
  if (!courtClockIsSet) return null;
  const t = await getTranslations('frame');
  return (
    <aside
      aria-label={t('courtClockLabel')}
      className="bg-warning px-4 py-2 text-center text-[0.9375rem] font-semibold text-on-warning print:hidden"
    >
      {t('courtClock', { instant: formatInstant(courtNow(), await getLocale()) })}
    </aside>
  );
}
