import { fromZonedTime } from 'date-fns-tz';
import { describe, expect, it } from 'vitest';
import { type CourtCalendar, standardCalendar as standard } from '@/lib/domain/court/calendar';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { promiseWordsAt } from '@/lib/web/live/date-promise';

const early: CourtCalendar = { ...standard, beforeOpening: 'same-day' };
const toronto = (local: string) => fromZonedTime(local, COURT_ZONE);
const hour = 3_600_000;

const told = (local: string, calendar: CourtCalendar) => {
  const { hours, date, changes } = promiseWordsAt(toronto(local), calendar, 'en');
  return [/open now|closed now|closed today/.exec(hours)?.[0], date, changes];
};

describe('a filer is told the date of a claim, and when that changes', () => {
  it('while the offices are open', () => {
    expect(told('2026-11-23T10:00', standard)).toEqual([
      'open now',
      'Submit before 5:00 p.m. Eastern time and your claim is dated today, Monday, November 23, 2026.',
      'After that, it is dated Tuesday, November 24, 2026.',
    ]);
  });

  it('before the opening, by the letter of the rule', () => {
    expect(told('2026-11-23T07:00', standard)).toEqual([
      'closed now',
      'A claim submitted now is dated Tuesday, November 24, 2026.',
      'That changes on Monday, November 23, 2026 at 8:30 a.m. Eastern time: ' +
        'from then on, it is dated Monday, November 23, 2026.',
    ]);
  });

  it('before the opening, where staff let it bear the same day', () => {
    expect(told('2026-11-23T07:00', early)).toEqual([
      'closed now',
      'A claim submitted now is dated Monday, November 23, 2026.',
      'That changes on Monday, November 23, 2026 at 5:00 p.m. Eastern time: ' +
        'from then on, it is dated Tuesday, November 24, 2026.',
    ]);
  });

  it('in the evening', () => {
    expect(told('2026-11-23T17:00', standard)).toEqual([
      'closed now',
      'A claim submitted now is dated Tuesday, November 24, 2026.',
      'That changes on Tuesday, November 24, 2026 at 12:00 a.m. Eastern time: ' +
        'from then on, it is dated Wednesday, November 25, 2026.',
    ]);
  });

  it('on a day on which the offices are closed', () => {
    expect(told('2026-09-30T10:00', standard)).toEqual([
      'closed today',
      'A claim submitted now is dated Thursday, October 1, 2026.',
      'That changes on Thursday, October 1, 2026 at 12:00 a.m. Eastern time: ' +
        'from then on, it is dated Friday, October 2, 2026.',
    ]);
  });

  it('in French', () => {
    expect(promiseWordsAt(toronto('2026-11-23T10:00'), standard, 'fr')).toMatchObject({
      date:
        'Soumettez votre acte avant 17\u00a0h (heure de l’Est) et il portera la date d’aujourd’hui, ' +
        'le lundi 23 novembre 2026.',
      changes: 'Ensuite, il portera la date du mardi 24 novembre 2026.',
    });
  });
});

it.each([
  ['2026-11-23T10:00', 7 * hour, 'until the offices close'],
  ['2026-11-23T17:00', 7 * hour, 'until midnight'],
  ['2026-11-01T00:00', 9.5 * hour, 'over the hour that comes twice'],
  ['2026-03-08T00:00', 7.5 * hour, 'over the hour that is left out'],
])('the words of %s are fresh %#', (at, ms) => {
  expect(promiseWordsAt(toronto(at), standard, 'en').freshForMs).toBe(ms);
});
