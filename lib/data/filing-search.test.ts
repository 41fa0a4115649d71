import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/courts';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { searchFilings } from '@/lib/data/filing-search';
import { courtFiles, type filings } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import { storeFiling } from '@/lib/data/testing-filings';
import { contact, newFiler, newPerson } from '@/lib/data/testing-people';
import type { UserActor } from '@/lib/domain/access';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 15, minute));
const number = 'CV-26-00000007-0000';

eachDatabase('search of filings', () => {
  let clerk: UserActor;
  let issued: typeof filings.$inferSelect;

  beforeAll(async () => {
    await seedCourts();
    clerk = await newPerson('clerk');
    const filer = await newFiler(at(0));
    const file = { number, courtId: 'perth', title: 'Ironwood v. Quillfeather', openedOn: '2026-11-23' };
    await db().insert(courtFiles).values(file);
    const law = { ...contact, firstName: 'Maud', lastName: 'Vale', firm: '100% Law' };
    issued = await storeFiling(filer, {
      receivedAt: at(59),
      state: 'issued',
      fileNumber: number,
      contact: law,
    });
    for (let minute = 0; minute < 24; minute += 1) await storeFiling(filer, { receivedAt: at(minute) });
  });

  const find = async (typed: string) =>
    (await searchFilings(clerk, { typed, page: 1 })).rows.map(({ reference }) => reference);

  it('finds one filing by number, reference, filer or firm, in capitals or not', async () => {
    for (const typed of [
      number,
      'cv-26-00000007',
      issued.reference,
      issued.reference.toLowerCase(),
      'maud vale',
      'VALE',
      '100% law',
    ]) {
      expect(await find(typed), typed).toEqual([issued.reference]);
    }
  });

  it('finds a number by how it begins, alone or beside a name', async () => {
    for (const typed of ['cv-26', 'CV-26-', 'cv-26-0000', 'CV-26-00000007-', `${number} vale`])
      expect(await find(typed), typed).toEqual([issued.reference]);
    for (const typed of ['cv-25', 'cv-26-1', 'cv-26-00000007-0001', 'cv-26 roy'])
      expect(await find(typed), typed).toEqual([]);
  });

  it('finds letters with accents, in capitals or not', async () => {
    expect((await searchFilings(clerk, { typed: 'ZOÉ trem', page: 1 })).total).toBe(24);
  });

  it('finds every filing of a party', async () => {
    expect((await searchFilings(clerk, { typed: 'quillFEATHER', page: 1 })).total).toBe(25);
    expect((await searchFilings(clerk, { typed: 'ann iron', page: 1 })).total).toBe(25);
  });

  it('takes signs of a pattern for what they are', async () => {
    expect(await find('Ann_Ironwood')).toEqual([]);
    expect(await find('100%')).toEqual([issued.reference]);
    expect((await searchFilings(clerk, { typed: 'per_cy', page: 1 })).total).toBe(25);
    expect(await find('ann\\')).toEqual([]);
  });

  it('finds words in any order, with and without accents', async () => {
    expect((await searchFilings(clerk, { typed: 'TREMBLAY zoe', page: 1 })).total).toBe(24);
    expect((await searchFilings(clerk, { typed: 'ironwood ann', page: 1 })).total).toBe(25);
    expect(await find('tremblay vale')).toEqual([]);
  });

  it('asks for three characters in a row', async () => {
    await expect(find('zo e')).rejects.toThrow(new Refused('searchTooShort'));
    expect((await searchFilings(clerk, { typed: 'zo tremblay', page: 1 })).total).toBe(24);
  });

  it('shows 20 a page, the newest first, and the last page for one beyond it', async () => {
    const first = await searchFilings(clerk, { typed: '', page: 1 });
    const last = await searchFilings(clerk, { typed: '', page: 99 });
    expect([first.rows.length, last.rows.length, last.page, last.pages]).toEqual([20, 5, 2, 2]);
    expect(first.rows[0]?.reference).toBe(issued.reference);
  });

  it('keeps to a state', async () => {
    const { rows } = await searchFilings(clerk, { typed: 'ironwood', state: 'issued', page: 1 });
    expect(rows.map(({ reference }) => reference)).toEqual([issued.reference]);
  });

  it('does not exist for filers and visitors', async () => {
    await expect(searchFilings(await newPerson(), { typed: '', page: 1 })).rejects.toThrow(NotFound);
    await expect(searchFilings({ kind: 'anonymous' }, { typed: '', page: 1 })).rejects.toThrow(NotFound);
  });
});
