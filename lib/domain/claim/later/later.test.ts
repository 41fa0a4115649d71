import { expect, it } from 'vitest';
import { follows, servicesOf } from '@/lib/domain/claim/later/later';

const names = ['Northern Elevator Inc.', 'Ann Roy'];
const within = { issuedOn: '2026-11-23', today: '2026-12-01' };
const served = { 'served-1': 'on', 'servedOn-1': ' 2026-11-30 ', 'method-1': 'personal' };

it('reads who was served, when and how, and nothing of whom the person did not select', () => {
  const sent = { ...served, 'servedOn-0': '2026-11-24', 'method-0': 'mail' };
  const service = [{ defendant: 1, name: 'Ann Roy', on: '2026-11-30', method: 'personal' }];
  expect(servicesOf(sent, names, within)).toEqual({ ok: true, service });
});

it.each([
  [{}, { 'served-0': 'nobodyServed' }],
  [{ 'served-0': 'on' }, { 'servedOn-0': 'servedOn', 'method-0': 'serviceMethod' }],
  [{ ...served, 'servedOn-1': '2026-11-22' }, { 'servedOn-1': 'servedOutOfTime' }],
  [{ ...served, 'servedOn-1': '2026-12-02' }, { 'servedOn-1': 'servedOutOfTime' }],
  [{ ...served, 'servedOn-1': '30 November' }, { 'servedOn-1': 'servedOn' }],
  [{ ...served, 'method-1': 'pigeon' }, { 'method-1': 'serviceMethod' }],
  [{ 'served-2': 'on', 'servedOn-2': '2026-11-30', 'method-2': 'mail' }, { 'served-0': 'nobodyServed' }],
])('says what is missing or wrong in %j', (sent: Record<string, string>, fields) => {
  expect(servicesOf(sent, names, within)).toEqual({ ok: false, fields });
});

it('lets a statement of claim follow a notice of action alone, and proof of service any claim', () => {
  expect(follows('statement-of-claim', 'form-14c')).toBe(true);
  expect(follows('statement-of-claim', 'form-14a')).toBe(false);
  expect(follows('affidavit-of-service', 'form-14b')).toBe(true);
});
