import { fromZonedTime } from 'date-fns-tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closesAt,
  courtDay,
  datePromise,
  dueAt,
  isBusinessDay,
  isOpen,
  isRecurringClosure,
  issueOn,
  opensAt,
  recurringClosures,
} from '@/lib/domain/calendar';

const toronto = (local: string) => fromZonedTime(local, 'America/Toronto');
const never = () => false;

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
    expect(issueOn(toronto(receivedAt))).toBe(date);
  });

  it('is September 30 itself where nothing closes the offices', () => {
    expect(issueOn(toronto('2026-09-30T10:00'), never)).toBe('2026-09-30');
  });

  it('skips the days that another list closes', () => {
    const closed = (on: string) => on === '2026-11-24' || on === '2026-11-25';
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
    expect(isOpen(toronto('2026-11-21T10:00'))).toBe(false);
    expect(isOpen(toronto('2026-12-25T10:00'))).toBe(false);
    expect(isOpen(toronto('2026-09-30T10:00'))).toBe(false);
    expect(isOpen(toronto('2026-09-30T10:00'), never)).toBe(true);
  });

  it.each([
    [2020, []],
    [2021, ['2021-09-30']],
    [2023, ['2023-10-02']],
    [2028, ['2028-10-02']],
  ])('close for Truth and Reconciliation in %s on %j', (year, days) => {
    expect(recurringClosures(year)).toEqual(days);
    expect(days.every(isRecurringClosure)).toBe(true);
  });
});

it('takes the day from Toronto, not from Greenwich', () => {
  expect(courtDay(new Date('2026-11-24T04:59:59Z'))).toBe('2026-11-23');
  expect(courtDay(new Date('2026-11-24T05:00:00Z'))).toBe('2026-11-24');
});

describe('the due time', () => {
  it('is at once during hours', () => {
    const now = toronto('2026-11-23T10:00');
    expect(dueAt(now)).toEqual(now);
  });

  it('is the opening of the day whose date the claim will bear', () => {
    expect(dueAt(toronto('2026-11-23T17:00'))).toEqual(toronto('2026-11-24T08:30'));
    expect(dueAt(toronto('2026-11-23T08:00'))).toEqual(toronto('2026-11-24T08:30'));
    expect(dueAt(toronto('2026-10-30T20:00'))).toEqual(toronto('2026-11-02T08:30'));
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
    expect(datePromise(toronto(at))).toEqual({
      open,
      issueOn: issueDate,
      until: toronto(until),
      thenIssueOn,
    });
  });
});

describe('at any instant', () => {
  const instants = fc.date({
    min: new Date('2017-01-01'),
    max: new Date('2040-12-31'),
    noInvalidDate: true,
  });
  const always = (holds: (at: Date) => void) => fc.assert(fc.property(instants, holds), { numRuns: 300 });

  it('a claim is dated on a business day, not before it was received', () => {
    always((at) => {
      expect(isBusinessDay(issueOn(at))).toBe(true);
      expect(issueOn(at) >= courtDay(at)).toBe(true);
    });
  });

  it('a claim is due at an open instant, not before it was received, and of the same date', () => {
    always((at) => {
      const due = dueAt(at);
      expect(isOpen(due)).toBe(true);
      expect(due >= at).toBe(true);
      expect(courtDay(due)).toBe(issueOn(at));
    });
  });

  it('the promise holds until the instant it names and changes there', () => {
    always((at) => {
      const { issueOn: promised, until, thenIssueOn } = datePromise(at);
      expect(until > at).toBe(true);
      expect(issueOn(new Date(until.getTime() - 1))).toBe(promised);
      expect(issueOn(new Date((at.getTime() + until.getTime()) / 2))).toBe(promised);
      expect(issueOn(until)).toBe(thenIssueOn);
      expect(thenIssueOn).not.toBe(promised);
    });
  });
});
