import { getLocale, getTranslations } from 'next-intl/server';
import { Panel } from '@/app/ui/display/alert';
import { LiveDate, LivePromise } from '@/app/ui/live/live-promise';
import { promiseWords } from '@/lib/web/live/date-promise';

/** `office`: the id of the court office, once one is chosen. */
type Props = { office?: string | undefined };

/** Only the date that a claim submitted now would bear. It is renewed while the page is open. */
export async function DateOfClaim({ office }: Props) {
  const locale = await getLocale();
  return <LiveDate locale={locale} office={office} initial={await promiseWords(locale, office)} />;
}

/**
 * Today's office hours by the court's calendar, the date that a claim submitted now would bear, and how long
 * that holds.
 */
export async function DatePromise({ office }: Props) {
  const [t, locale] = await Promise.all([getTranslations('datePromise'), getLocale()]);
  return (
    <Panel label={t('label')}>
      <LivePromise locale={locale} office={office} initial={await promiseWords(locale, office)} />
    </Panel>
  );
}
