import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { courtDay, issueOn } from '@/lib/domain/court/calendar';
import { formatDate } from '@/lib/domain/court/dates';
import { daysBetween, type IsoDate } from '@/lib/domain/court/day';
import { statementDeadline } from '@/lib/domain/filing/deadline';
import { courtNow } from '@/lib/services/clock';
import { shownCalendar } from '@/lib/web/live/court-facts';

/**
 * The time for the statement of claim after a notice of action: how many days are left, or that it has passed and what
 * is needed then. It has passed as soon as a document would bear a later date. r. 14.03(3)
 */
export async function TimeLeft({ issuedOn, office }: { issuedOn: IsoDate; office: string }) {
  const [t, deadline, locale] = [
    await getTranslations('later'),
    await getTranslations('deadline'),
    await getLocale(),
  ];
  const [calendar, now] = [await shownCalendar(office), courtNow()];
  const { by: due, fileBy } = statementDeadline(issuedOn, calendar);
  const date = formatDate(due, locale);
  if (issueOn(now, calendar) > due) {
    return (
      <Alert look="warning">
        <p>{t('over', { date })}</p>
      </Alert>
    );
  }
  const days = daysBetween(courtDay(now), fileBy ?? due);
  return (
    <Alert look="information">
      <p>
        {t('due', { days, date, issued: formatDate(issuedOn, locale) })}
        {fileBy && ` ${deadline('closed', { before: formatDate(fileBy, locale) })}`}
      </p>
    </Alert>
  );
}
