import { expect, it } from 'vitest';
import { paperFault, paperForm } from '@/lib/domain/claim/draft/paper';
import { instantOf } from '@/lib/domain/court/day';

const sent = {
  ...{ kind: 'individual', lastName: 'Roy', firstName: 'Ann', phone: '416 555 0100', country: 'CA' },
  ...{ address: '1 Example Street', city: 'Perth', province: 'ON', postalCode: 'K7H 1B2' },
  ...{ receivedOn: '2026-11-23', receivedTime: '15:40' },
};
const faultsOf = (typed: Record<string, string>) => {
  const { error } = paperForm.safeParse({ ...sent, ...typed });
  return Object.fromEntries(error?.issues.map(({ path, message }) => [path[0], message]) ?? []);
};

it('takes a person without an e-mail address, and is as strict as the filer’s form otherwise', () => {
  expect(faultsOf({})).toEqual({});
  expect(faultsOf({ email: 'ann@' })).toEqual({ email: 'checkEmail' });
  expect(faultsOf({ lastName: '', postalCode: 'X' })).toMatchObject({ lastName: 'enterLastName' });
});

it.each([
  [{ receivedOn: '' }, { receivedOn: 'enterDate' }],
  [{ receivedOn: '2026-02-30' }, { receivedOn: 'enterDate' }],
  [{ receivedTime: '' }, { receivedTime: 'enterTime' }],
  [{ receivedTime: '25:00' }, { receivedTime: 'enterTime' }],
  [{ accountEmail: 'x' }, { accountEmail: 'checkEmail' }],
])('says what is wrong in %j', (typed: Record<string, string>, faults) => {
  expect(faultsOf(typed)).toEqual(faults);
});

it('reads day and time as they are in Toronto', () => {
  expect(instantOf('2026-11-23', '15:40').toISOString()).toBe('2026-11-23T20:40:00.000Z');
  expect(instantOf('2026-07-02', '09:00').toISOString()).toBe('2026-07-02T13:00:00.000Z');
});

it('was received in the past, since the service began, with a reason if not today', () => {
  const now = new Date('2026-11-24T04:30:00Z');
  expect(paperFault(new Date('2026-11-24T04:30:01Z'), '', now)).toBe('receivedInFuture');
  expect(paperFault(new Date('2017-10-22T15:00:00Z'), 'found again', now)).toBe('receivedTooEarly');
  expect(paperFault(new Date('2026-11-23T05:00:00Z'), '', now)).toBeUndefined();
  expect(paperFault(new Date('2026-11-23T04:59:00Z'), '', now)).toBe('enterLateReason');
  expect(paperFault(new Date('2026-11-23T04:59:00Z'), 'the line was down', now)).toBeUndefined();
});
