import { expect, it } from 'vitest';
import { standardCalendar } from '@/lib/domain/court/calendar';
import { openingAt } from '@/lib/domain/court/opening';

const at = (instant: string) => openingAt(new Date(instant), standardCalendar);

it.each([
  ['on a business day', '2026-11-24T15:00:00Z', true, '2026-11-24T22:00:00.000Z'],
  ['in the evening', '2026-11-24T23:00:00Z', false, '2026-11-25T13:30:00.000Z'],
  ['on Friday evening, over the weekend', '2026-11-27T23:00:00Z', false, '2026-11-30T13:30:00.000Z'],
  ['over Christmas and its weekend', '2026-12-25T15:00:00Z', false, '2026-12-29T13:30:00.000Z'],
])('%s', (_, instant, open, until) => {
  expect({ ...at(instant), until: at(instant).until.toISOString() }).toEqual({ open, until });
});
