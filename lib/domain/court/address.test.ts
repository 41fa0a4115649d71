import { expect, it } from 'vitest';
import { courts } from '@/drizzle/courts';
import { courtAddress } from '@/lib/domain/court/address';

const of = (id: string) => courtAddress(courts.find((court) => court.id === id)?.address ?? '', 'fr');

it('is written in French as French writes it', () => {
  expect(of('ottawa')).toBe('161, rue Elgin, 2e étage, Ottawa (Ontario) K2P 2K1');
  expect(of('toronto')).toBe('393, avenue University, 10e étage, Toronto (Ontario) M5G 1E6');
  expect(of('owen-sound')).toBe('611, 9e Avenue Est, Owen Sound (Ontario) N4K 3E5');
  expect(of('sarnia')).toBe('700, rue Christina Nord, Sarnia (Ontario) N7V 3C2');
  expect(of('welland')).toBe('102, rue Main Est, Welland (Ontario) L3B 3X1');
  expect(of('simcoe')).toBe('50, promenade Frederick Hobson VC, bureau 301, Simcoe (Ontario) N3Y 0B8');
  expect(of('lorignal')).toBe('59, rue Court, L’Orignal (Ontario) K0B 1K0');
});

it('stays as it is in English, and where it is no street of these', () => {
  for (const { address } of courts) expect(courtAddress(address, 'en')).toBe(address);
  expect(courtAddress('Box 9, Somewhere', 'fr')).toBe('Box 9, Somewhere');
});

it('is in French for every office but the two squares', () => {
  const english = courts.filter(({ address }) => courtAddress(address, 'fr') === address);
  expect(english.map(({ id }) => id)).toEqual(['brockville', 'goderich']);
});
