import { expect, it } from 'vitest';
import { courts } from '@/drizzle/courts';
import { acceptsOn, REGIONS } from '@/lib/domain/court/court';

it('there are fifty offices, each with an id of its own, in every region', () => {
  expect(courts).toHaveLength(50);
  expect(new Set(courts.map(({ id }) => id)).size).toBe(50);
  expect(new Set(courts.map(({ region }) => region))).toEqual(new Set(REGIONS));
});

it('every office has a slug, an address with a postal code of Ontario, and its county in both languages', () => {
  for (const court of courts) {
    expect(court.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(court.address).toMatch(/, ON [KLMNP]\d[A-Z] \d[A-Z]\d$/);
    expect(court.countyEn && court.countyFr).toBeTruthy();
  }
});

it('only Kenora and Fort Frances are on Central time', () => {
  const central = courts.filter(({ zone }) => zone === 'America/Winnipeg').map(({ id }) => id);
  expect(central.sort()).toEqual(['fort-frances', 'kenora']);
});

it('Toronto accepts claims and says in both languages where the ministry sends them', () => {
  const toronto = courts.find(({ id }) => id === 'toronto');
  expect(toronto && acceptsOn(toronto, '2026-11-23')).toBe(true);
  expect(toronto?.noticeEn).toContain('Ontario Courts Public Portal');
  expect(toronto?.noticeFr).toContain('Portail public des tribunaux de l’Ontario');
});

it('a court accepts from its first to its last day', () => {
  const court = { acceptsFrom: '2017-11-27', acceptsUntil: '2025-10-13' };
  expect(acceptsOn(court, '2017-11-26')).toBe(false);
  expect(acceptsOn(court, '2017-11-27')).toBe(true);
  expect(acceptsOn(court, '2025-10-13')).toBe(true);
  expect(acceptsOn(court, '2025-10-14')).toBe(false);
  expect(acceptsOn({ ...court, acceptsUntil: null }, '2099-01-01')).toBe(true);
});
