import { expect, it, test } from 'vitest';
import { courts } from '@/drizzle/courts';
import { courtAtStreet, courtNamed, READ_COURTS } from '@/lib/domain/claim/reading/court-places';

it('knows every office that the court lists, by its name and by its address', () => {
  expect([...READ_COURTS].toSorted()).toEqual(courts.map(({ id }) => id).toSorted());
  for (const { id, municipality, address } of courts) {
    expect(courtNamed(municipality)).toBe(id);
    expect(courtNamed(municipality.toUpperCase())).toBe(id);
    expect(courtAtStreet(address)).toBe(id);
  }
});

test.each([
  ['the City of Toronto, in the Province of Ontario', 'toronto'],
  ['100 Kingston Road, Oshawa', 'oshawa'],
  ['Sault-Sainte-Marie', 'sault-ste-marie'],
  ['St-Catharines', 'st-catharines'],
  ['L’ORIGNAL', 'lorignal'],
  ['County of Simcoe', undefined],
  ['Perth Street', undefined],
  ['Mississauga', undefined],
])('%s', (text, id) => {
  expect(courtNamed(text)).toBe(id);
});
