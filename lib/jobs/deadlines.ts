import { createEvents, type EventAttributes } from 'ics';
import { createTranslator, type Locale } from 'next-intl';
import { formatDate } from '@/lib/domain/dates';
import { addDays, type IsoDate } from '@/lib/domain/day';
import type { Duty } from '@/lib/domain/duty';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';

type Issued = { fileNumber: string; title: string; duties: readonly Duty[] };

/** The library writes a duration of whole weeks or days wrongly (-P1WT). */
const weekInHours = 7 * 24;

const parts = (on: IsoDate): [number, number, number] => [
  Number(on.slice(0, 4)),
  Number(on.slice(5, 7)),
  Number(on.slice(8)),
];

/** The last days for what follows an issued claim, as a calendar file (RFC 5545) with a reminder a week before each. */
export function deadlinesFile({ fileNumber, title, duties }: Issued, locale: Locale): string {
  const messages: typeof en = locale === 'fr' ? fr : en;
  const t = createTranslator({ locale, messages, namespace: 'duty' });
  const events = duties.map(({ kind, by, fileBy }): EventAttributes => {
    const event = t(`event.${kind}`, { fileNumber });
    const duty = t(kind, { date: formatDate(by, locale) });
    const closed = fileBy ? [t('closed', { before: formatDate(fileBy, locale) })] : [];
    return {
      uid: `${fileNumber}-${kind}@civil-claims-online`,
      productId: 'Civil Claims Online',
      title: event,
      description: [title, duty, ...closed, t('rule')].join('\n'),
      start: parts(by),
      end: parts(addDays(by, 1)),
      transp: 'TRANSPARENT',
      alarms: [
        {
          action: 'display',
          description: t('soon', { event }),
          trigger: { before: true, hours: weekInHours },
        },
      ],
    };
  });
  const { value, error } = createEvents(events);
  if (!value) throw error ?? new Error('no calendar file');
  return foldByOctets(value);
}

/** Lines of at most 75 octets, RFC 5545, 3.1: the library counts characters, which in French are fewer. */
function foldByOctets(file: string): string {
  const lines = file.replace(/\r\n[\t ]/g, '').split('\r\n');
  return lines.map((line) => folded(line).join('\r\n ')).join('\r\n');
}

function folded(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    // The space that begins a folded line counts too.
    if (Buffer.byteLength(part + character) > 74) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
