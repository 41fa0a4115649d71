import { expect, it } from 'vitest';
import { endingCertificates, lastingOf, nextStep } from '@/lib/domain/health/alert';

const now = new Date('2026-11-24T15:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const alert = (seen: number, told: number) => ({
  sinceAt: ago(600),
  seenAt: ago(seen),
  toldAt: ago(told),
});

it.each([
  ['nothing is wrong', undefined, false, 'nothing'],
  ['something is wrong for the first time', undefined, true, 'begin'],
  ['it lasts', alert(1, 1), true, 'note'],
  ['it lasts for just less than an hour', alert(1, 59.9), true, 'note'],
  ['it lasts for an hour', alert(1, 60), true, 'tell-again'],
  ['it lasts for many hours and was told of lately', alert(1, 5), true, 'note'],
  ['only another server saw it lately', alert(1.9, 5), false, 'nothing'],
  ['no server saw it for two minutes', alert(2, 5), false, 'end'],
  ['no server was there for a day', alert(1_440, 1_440), false, 'end'],
  ['it is still there after a day without servers', alert(1_440, 1_440), true, 'tell-again'],
] as const)('%s', (_, lasting, isSeen, step) => {
  expect(nextStep(lasting, isSeen, { now, quietMs: 120_000 })).toBe(step);
});

it.each([
  ['none', {}, undefined],
  ['one in a year', { court: '2027-11-24T00:00:00Z' }, undefined],
  ['one in 30 days', { court: '2026-12-24T15:00:00Z' }, 'court 2026-12-24'],
  ['one in 30 days and a second', { court: '2026-12-24T15:00:01Z' }, undefined],
  ['one that has ended', { court: '2026-11-01T00:00:00Z' }, 'court 2026-11-01'],
  [
    'two, and one that lasts',
    { court: '2026-12-20T00:00:00Z', between: '2026-12-01T00:00:00Z', root: '2040-01-01T00:00:00Z' },
    'between 2026-12-01, court 2026-12-20',
  ],
] as const)('certificates that end: %s', (_, ends, told) => {
  const instants = new Map(Object.entries(ends).map(([name, end]) => [name, new Date(end)]));
  expect(endingCertificates(instants, now)).toBe(told);
});

it('leaves out what was not there at the look before', () => {
  expect(lastingOf({ disk: '5 MB', mail: '1' }, {})).toEqual({});
  expect(lastingOf({ disk: '5 MB', mail: '1' }, { disk: '6 MB', clock: '+7 s' })).toEqual({ disk: '5 MB' });
});
