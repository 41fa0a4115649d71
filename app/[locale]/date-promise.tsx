import { getLocale, getTranslations } from 'next-intl/server';
import { Panel } from '@/app/ui/alert';
import { getCalendar } from '@/lib/data/calendar';
import { courtDay, datePromise, isBusinessDay } from '@/lib/domain/calendar';
import { formatDate, formatInstant } from '@/lib/domain/dates';
import { courtNow } from '@/lib/services/clock';

/** Today's office hours by the court's calendar, the date that a claim submitted now would bear, and until when. */
export async function DatePromise() {
  const [t, locale] = await Promise.all([getTranslations('datePromise'), getLocale()]);
  const now = courtNow();
  const calendar = await getCalendar();
  const promise = datePromise(now, calendar);
  const hours = promise.open ? 'open' : isBusinessDay(courtDay(now), calendar) ? 'closedNow' : 'closedToday';
  return (
    <Panel label={t('label')}>
      <p>{t(hours)}</p>
      <p>
        {t.rich('issueOn', {
          date: formatDate(promise.issueOn, locale),
          b: (words) => <strong>{words}</strong>,
        })}
      </p>
      <p>
        {t('until', {
          instant: formatInstant(promise.until, locale),
          date: formatDate(promise.thenIssueOn, locale),
        })}
      </p>
    </Panel>
  );
}
