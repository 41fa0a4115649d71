import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { createTranslator, type Locale } from 'next-intl';
import { formatDate } from '@/lib/domain/court/dates';
import { addDays, startInUtc } from '@/lib/domain/court/day';
import type { Deadline } from '@/lib/domain/filing/deadline';
import { catalogues } from '@/lib/messages/catalogue';

type Issued = { fileNumber: string; title: string; ownNumber: string; deadlines: readonly Deadline[] };

const weekInSeconds = 7 * 24 * 60 * 60;

/**
 * The last days for the steps after an issued claim, as a calendar file (RFC 5545) with a reminder a week
 * before each.
 */
export function deadlinesFile({ fileNumber, title, ownNumber, deadlines }: Issued, locale: Locale): string {
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, namespace: 'deadline' });
  const calendar = ical({ prodId: { company: 'Civil Claims Online', product: 'Deadlines' } });
  for (const { kind, by, fileBy } of deadlines) {
    const event = t(`event.${kind}`, { fileNumber });
    const deadline = t(kind, { date: formatDate(by, locale) });
    const own = ownNumber ? [t('ownNumber', { number: ownNumber })] : [];
    const closed = fileBy ? [t('closed', { before: formatDate(fileBy, locale) })] : [];
    calendar.createEvent({
      id: `${fileNumber}-${kind}@civil-claims-online`,
      summary: event,
      description: [title, ...own, deadline, ...closed, t('rule')].join('\n'),
      start: startInUtc(by),
      end: startInUtc(addDays(by, 1)),
      allDay: true,
      timezone: 'UTC',
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: [
        { type: ICalAlarmType.display, description: t('soon', { event }), triggerBefore: weekInSeconds },
      ],
    });
  }
  return calendar.toString();
}
