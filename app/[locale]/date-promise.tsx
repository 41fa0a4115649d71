import { getLocale, getTranslations } from 'next-intl/server';
import { Panel } from '@/app/ui/alert';
import { LiveDate, LivePromise } from '@/app/ui/live-promise';
import { promiseWords } from '@/lib/web/date-promise';

/** The date alone that a claim submitted now would bear, right again after the page has stood open. */
export async function DateOfClaim() {
  const locale = await getLocale();
  return <LiveDate locale={locale} initial={await promiseWords(locale)} />;
}

/** Today's office hours by the court's calendar, the date that a claim submitted now would bear, and until when. */
export async function DatePromise() {
  const [t, locale] = await Promise.all([getTranslations('datePromise'), getLocale()]);
  return (
    <Panel label={t('label')}>
      <LivePromise locale={locale} initial={await promiseWords(locale)} />
    </Panel>
  );
}
