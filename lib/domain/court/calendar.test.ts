import { fromZonedTime } from 'date-fns-tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CourtCalendar,
  closesAt,
  courtDay,
  datePromise,
  dueAt,
  isBusinessDay,
  isOpen,
  issueOn,
  nextBoundary,
  opensAt,
  standardCalendar as standard,
} from '@/lib/domain/court/calendar';
import { keptOn, truthAndReconciliation } from '@/lib/domain/court/closure';
import { addDays, COURT_ZONE } from '@/lib/domain/court/day';

const toronto = (local: string) => fromZonedTime(local, COURT_ZONE);
const never: CourtCalendar = { ...standard, closures: [] };
const early: CourtCalendar = { ...standard, beforeOpening: 'same-day' };

describe('the date of issue', () => {
  it.each([
    ['2017-11-28T10:00', '2017-11-28', 'during hours'],
    ['2017-11-28T17:01', '2017-11-29', 'in the evening'],
    ['2017-11-28T07:00', '2017-11-29', 'before the opening'],
    ['2017-12-22T18:00', '2017-12-27', 'before Christmas'],
    ['2017-12-29T20:00', '2018-01-02', 'before New Year’s Day'],
    ['2017-11-10T19:00', '2017-11-14', 'before the substitute of Remembrance Day'],
    ['2020-12-24T19:00', '2020-12-29', 'before a Christmas on a Friday'],
    ['2021-12-25T12:00', '2021-12-29', 'on a Christmas on a Saturday'],
    ['2018-03-29T18:00', '2018-04-03', 'before Good Friday'],
    ['2026-09-30T10:00', '2026-10-01', 'on September 30'],
    ['2026-12-31T17:00', '2027-01-04', 'at the end of the year'],
    ['2026-11-23T08:29:59.999', '2026-11-24', 'just before the opening'],
    ['2026-11-23T08:30:00.000', '2026-11-23', 'at the opening'],
    ['2026-11-23T16:59:59.999', '2026-11-23', 'just before the close'],
    ['2026-11-23T17:00:00.000', '2026-11-24', 'at the close'],
    ['2026-03-08T12:00', '2026-03-09', 'on the Sunday when the clocks go forward'],
    ['2026-11-01T12:00', '2026-11-02', 'on the Sunday when the clocks go back'],
  ])('of a claim received at %s is %s (%s)', (receivedAt, date) => {
    expect(issueOn(toronto(receivedAt), standard)).toBe(date);
  });

  it('is September 30 itself where nothing closes the offices', () => {
    expect(issueOn(toronto('2026-09-30T10:00'), never)).toBe('2026-09-30');
  });

  it('skips the days that another list closes', () => {
    const dated = (on: string) => ({ nameEn: 'a', nameFr: 'b', on, isHoliday: false });
    const closed = { ...standard, closures: ['2026-11-24', '2026-11-25'].map(dated) };
    expect(issueOn(toronto('2026-11-23T18:00'), closed)).toBe('2026-11-26');
  });
});

describe('the offices', () => {
  it('open at 8:30 and close at 17:00 in Toronto, in winter and in summer', () => {
    expect(opensAt('2026-01-15').toISOString()).toBe('2026-01-15T13:30:00.000Z');
    expect(closesAt('2026-01-15').toISOString()).toBe('2026-01-15T22:00:00.000Z');
    expect(opensAt('2026-07-15').toISOString()).toBe('2026-07-15T12:30:00.000Z');
    expect(closesAt('2026-07-15').toISOString()).toBe('2026-07-15T21:00:00.000Z');
  });

  it('open at 8:30 on the Mondays after the clocks change', () => {
    expect(opensAt('2026-03-09').toISOString()).toBe('2026-03-09T12:30:00.000Z');
    expect(opensAt('2026-11-02').toISOString()).toBe('2026-11-02T13:30:00.000Z');
  });

  it('are closed on weekends, holidays and September 30', () => {
    expect(isOpen(toronto('2026-11-21T10:00'), standard)).toBe(false);
    expect(isOpen(toronto('2026-12-25T10:00'), standard)).toBe(false);
    expect(isOpen(toronto('2026-09-30T10:00'), standard)).toBe(false);
    expect(isOpen(toronto('2026-09-30T10:00'), never)).toBe(true);
  });

  it.each([
    [2020, []],
    [2021, ['2021-09-30']],
    [2023, ['2023-10-02']],
    [2028, ['2028-10-02']],
  ])('close for Truth and Reconciliation in %s on %j', (year, days) => {
    expect(keptOn(truthAndReconciliation, year)).toBe(days[0]);
    expect(days.every((on) => isBusinessDay(on, standard))).toBe(days.length === 0);
  });
});

it('takes the day from Toronto, not from Greenwich', () => {
  expect(courtDay(new Date('2026-11-24T04:59:59Z'))).toBe('2026-11-23');
  expect(courtDay(new Date('2026-11-24T05:00:00Z'))).toBe('2026-11-24');
});

describe('the due time', () => {
  it('is at once during hours', () => {
    const now = toronto('2026-11-23T10:00');
    expect(dueAt(now, standard)).toEqual(now);
  });

  it('is the opening of the day whose date the claim will bear', () => {
    expect(dueAt(toronto('2026-11-23T17:00'), standard)).toEqual(toronto('2026-11-24T08:30'));
    expect(dueAt(toronto('2026-11-23T08:00'), standard)).toEqual(toronto('2026-11-24T08:30'));
    expect(dueAt(toronto('2026-10-30T20:00'), standard)).toEqual(toronto('2026-11-02T08:30'));
  });
});

describe('the promise', () => {
  it.each([
    ['2026-11-23T10:00', true, '2026-11-23', '2026-11-23T17:00', '2026-11-24', 'open until five'],
    ['2026-11-23T17:00', false, '2026-11-24', '2026-11-24T00:00', '2026-11-25', 'evening until midnight'],
    ['2026-11-24T00:00', false, '2026-11-25', '2026-11-24T08:30', '2026-11-24', 'night until the opening'],
    ['2026-11-20T18:00', false, '2026-11-23', '2026-11-23T00:00', '2026-11-24', 'weekend until Monday'],
    ['2026-12-24T17:00', false, '2026-12-29', '2026-12-29T00:00', '2026-12-30', 'over Christmas'],
  ])('at %s', (at, open, issueDate, until, thenIssueOn) => {
    expect(datePromise(toronto(at), standard)).toEqual({
      open,
      issueOn: issueDate,
      until: toronto(until),
      thenIssueOn,
    });
  });
});

describe('who comes first is never dated later', () => {
  const instants = fc.date({ min: new Date('2017-01-01'), max: new Date('2050-12-31'), noInvalidDate: true });
  const later = fc.integer({ min: 0, max: 10 * 24 * 3_600_000 });

  it('with the other setting', () => {
    const holds = (at: Date, ms: number) => {
      expect(issueOn(new Date(at.getTime() + ms), early) >= issueOn(at, early)).toBe(true);
    };
    fc.assert(fc.property(instants, later, holds), { numRuns: 1000 });
  });

  it('by the letter of the rule, but for who comes in the morning before the opening', () => {
    const holds = (at: Date, ms: number) => {
      const isMorning = isBusinessDay(courtDay(at), standard) && at < opensAt(courtDay(at));
      const then = issueOn(new Date(at.getTime() + ms), standard);
      expect(then >= issueOn(at, standard) || (isMorning && then === courtDay(at))).toBe(true);
    };
    fc.assert(fc.property(instants, later, holds), { numRuns: 1000 });
  });
});

describe('where staff let a claim bear the day on which it arrives before the opening', () => {
  it.each([
    ['2026-11-24T07:00', '2026-11-24', '2026-11-24T17:00', '2026-11-25'],
    ['2026-11-23T18:00', '2026-11-24', '2026-11-24T17:00', '2026-11-25'],
    ['2026-11-21T07:00', '2026-11-23', '2026-11-23T17:00', '2026-11-24'],
  ])('at %s it bears %s', (at, on, until, thenIssueOn) => {
    expect(datePromise(toronto(at), early)).toMatchObject({
      issueOn: on,
      until: toronto(until),
      thenIssueOn,
    });
    expect(dueAt(toronto(at), early)).toEqual(opensAt(on));
  });
});

/** Every minute around the clock changes, long weekends and the end of a year. */
const weeks = ['2026-03-06', '2026-10-30', '2026-12-23', '2026-12-30', '2027-03-25'];

it.each(weeks)('the promise is what minute by minute would have told (%s)', (from) => {
  for (const calendar of [standard, early]) {
    const start = toronto(`${from}T00:00`).getTime();
    const at = (minute: number) => new Date(start + minute * 60_000);
    const dates = Array.from({ length: 6 * 24 * 60 }, (_, minute) => issueOn(at(minute), calendar));
    for (let minute = 0; minute < 24 * 60; minute += 30) {
      const changes = dates.findIndex((date, later) => later > minute && date !== dates[minute]);
      const promise = datePromise(at(minute), calendar);
      expect(promise.issueOn).toBe(dates[minute]);
      if (changes !== -1) expect(promise.until).toEqual(at(changes));
    }
  }
});

describe.each([
  ['by the letter of the rule', standard],
  ['with the other setting for early claims', early],
  ['without closures', never],
])('at any instant from 2017 to 2050, %s', (_, calendar) => {
  const instants = fc.date({
    min: new Date('2017-01-01T05:00:00Z'),
    max: new Date('2050-12-31T05:00:00Z'),
    noInvalidDate: true,
  });
  const always = (holds: (at: Date) => void) => fc.assert(fc.property(instants, holds), { numRuns: 500 });

  it('a claim is dated on a business day, not before it was received, that day exactly when open', () => {
    always((at) => {
      const on = issueOn(at, calendar);
      expect(isBusinessDay(on, calendar)).toBe(true);
      expect(on >= courtDay(at)).toBe(true);
      const isEarly = on === courtDay(at) && !isOpen(at, calendar);
      expect(isEarly && calendar !== early).toBe(false);
      if (isOpen(at, calendar)) expect(on).toBe(courtDay(at));
    });
  });

  it('no business day lies between the receipt and the date', () => {
    always((at) => {
      let day = addDays(courtDay(at), 1);
      for (const on = issueOn(at, calendar); day < on; day = addDays(day, 1)) {
        expect(isBusinessDay(day, calendar)).toBe(false);
      }
    });
  });

  it('a claim is due at an open instant, not before it was received, and of the same date', () => {
    always((at) => {
      const due = dueAt(at, calendar);
      expect(isOpen(due, calendar)).toBe(true);
      expect(due >= at).toBe(true);
      expect(courtDay(due)).toBe(issueOn(at, calendar));
    });
  });

  it('the promise holds until the instant it names and changes there', () => {
    always((at) => {
      const { issueOn: promised, until, thenIssueOn } = datePromise(at, calendar);
      for (let seen = at; seen < until; seen = nextBoundary(seen)) {
        expect(issueOn(seen, calendar)).toBe(promised);
      }
      expect(issueOn(new Date(until.getTime() - 1), calendar)).toBe(promised);
      expect(issueOn(until, calendar)).toBe(thenIssueOn);
      expect(thenIssueOn).not.toBe(promised);
    });
  });
});
