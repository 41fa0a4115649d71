import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { courtFiles } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { exportFilings, searchFilings } from '@/lib/data/search/filing-search';
import type { UserActor } from '@/lib/domain/access/access';
import type { FilingTerms } from '@/lib/domain/filing/search-form';
import { contact, newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { claim, storeFiling } from '@/lib/testing/filing/filings';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 15, minute));
const number = 'CV-26-00000007-0000';

eachDatabase('search of filings', () => {
  let clerk: UserActor;
  let filer: UserActor;
  let issued: typeof filings.$inferSelect;
  let alias: typeof filings.$inferSelect;

  beforeAll(async () => {
    await seedCourts();
    clerk = await newPerson('clerk');
    filer = await newFiler(at(0));
    const file = { number, courtId: 'perth', title: 'Ironwood v. Quillfeather', openedOn: '2026-11-23' };
    await db().insert(courtFiles).values(file);
    const law = { ...contact, firstName: 'Maud', lastName: 'Vale', firm: '100% Law' };
    issued = await storeFiling(filer, {
      receivedAt: at(59),
      state: 'issued',
      fileNumber: number,
      contact: law,
    });
    const [known] = claim.defendants;
    if (!known) throw new Error('the claim has no defendant');
    const defendants = [{ ...known, alsoKnownAs: 'Élévateurs du Nord' }];
    alias = await storeFiling(filer, { receivedAt: at(0), claim: { ...claim, defendants } });
    for (let minute = 1; minute < 24; minute += 1) await storeFiling(filer, { receivedAt: at(minute) });
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

  it('finds a number by any part that tells it, and without its zeros and hyphens', async () => {
    for (const typed of [
      'CV-26-7',
      '26-7',
      '26-00000007',
      'CV 26 00000007 0000',
      'cv2600000007',
      '00007',
      '7',
    ])
      expect(await find(typed), typed).toEqual([issued.reference]);
    for (const typed of ['26-8', '25-7', '00070']) expect(await find(typed), typed).toEqual([]);
  });

  it('finds a party by the name that it is also known as', async () => {
    expect(await find('élévateurs nord')).toEqual([alias.reference]);
  });

  it('finds letters with accents, in capitals or not', async () => {
    expect((await searchFilings(clerk, { typed: 'ZOÉ trem', page: 1 })).total).toBe(24);
  });

  it('finds every filing of a party', async () => {
    expect((await searchFilings(clerk, { typed: 'quillFEATHER', page: 1 })).total).toBe(25);
    expect((await searchFilings(clerk, { typed: 'ann iron', page: 1 })).total).toBe(25);
  });

  it('takes signs for what separates words, and no sign for a pattern', async () => {
    for (const typed of ['100%', '%100%', '100_law'])
      expect(await find(typed), typed).toEqual([issued.reference]);
    expect((await searchFilings(clerk, { typed: 'per_cy', page: 1 })).total).toBe(25);
    expect(await find('p%y')).toEqual([]);
  });

  it('finds words in any order, with and without accents', async () => {
    expect((await searchFilings(clerk, { typed: 'TREMBLAY zoe', page: 1 })).total).toBe(24);
    expect((await searchFilings(clerk, { typed: 'ironwood ann', page: 1 })).total).toBe(25);
    expect(await find('tremblay vale')).toEqual([]);
  });

  it('finds short words: whole ones alone, and beginnings of words beside a longer one', async () => {
    expect((await searchFilings(clerk, { typed: 'zo tremblay', page: 1 })).total).toBe(24);
    expect(await find('du')).toEqual([alias.reference]);
    expect(await find('oe')).toEqual([]);
  });

  it('asks for a letter or a digit', async () => {
    await expect(find(' &% ')).rejects.toThrow(new Refused('searchWithoutWords'));
  });

  it('shows 20 a page, the newest first, and the last page for one beyond it', async () => {
    const first = await searchFilings(clerk, { typed: '', page: 1 });
    const last = await searchFilings(clerk, { typed: '', page: 99 });
    expect([first.rows.length, last.rows.length, last.page, last.pages]).toEqual([20, 5, 2, 2]);
    expect(first.rows[0]?.reference).toBe(issued.reference);
  });

  it('shows whole short words and numbers before words that only begin so', async () => {
    const people = ['Lin Abernathy', 'Wei Li', 'Liam Abernathy'];
    const stored = [];
    for (const [at, alsoKnownAs] of people.entries()) {
      const defendants = claim.defendants.map((party) => ({ ...party, alsoKnownAs }));
      const receivedAt = new Date(Date.UTC(2025, 0, 10 - at));
      stored.push((await storeFiling(filer, { receivedAt, claim: { ...claim, defendants } })).reference);
    }
    const [lin, wei, liam] = stored;
    expect(await find('li')).toEqual([wei, lin, liam]);
  });

  it('shows in the order of a column what it would show anyway, over all its pages', async () => {
    const sort = { by: 'received', descending: false } as const;
    const [first, last] = [1, 2].map((page) => searchFilings(clerk, { typed: '', page, sort }));
    const times = [...((await first)?.rows ?? []), ...((await last)?.rows ?? [])].map(({ receivedAt }) =>
      receivedAt.getTime(),
    );
    expect(times.length).toBeGreaterThan(20);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const numbered = { by: 'fileNumber', descending: true } as const;
    const { rows } = await searchFilings(clerk, { typed: '', page: 1, sort: numbered });
    expect(rows[0]?.fileNumber).toBe(issued.fileNumber);
  });

  it('keeps to a state', async () => {
    const { rows } = await searchFilings(clerk, { typed: 'ironwood', state: 'issued', page: 1 });
    expect(rows.map(({ reference }) => reference)).toEqual([issued.reference]);
  });

  it.each([
    ["Sinéad O'Brien", ['OBRIEN', 'o’brien', 'O Brien', 'Brien, Sinead', "sinead o'brien"]],
    ['Jean-Pierre Lévesque', ['jean pierre', 'jeanpierre', 'JEAN‑PIERRE', 'levesque, jean-pierre']],
    ['Ana de la Cruz', ['delacruz', 'de la cruz', 'De La Cruz, Ana']],
    ['Łukasz Żółć', ['lukasz zolc', 'ŁUKASZ', 'Żółć Łukasz']],
    ['Bjørn Đặng Groß', ['bjorn dang', 'gross', 'GROSS', 'đặng']],
    ['Yıldız İpek', ['yildiz ipek', 'YILDIZ', 'ipek']],
    ['Тарас Шевченко', ['Shevchenko', 'шевченко', 'taras shevchenko']],
    ['Γιώργος Παπαδόπουλος', ['papadopoulos', 'ΠΑΠΑΔΌΠΟΥΛΟΣ']],
    ['小明 王', ['王小明', '王', '小明', 'wang xiaoming', 'Xiao Ming Wang']],
    ['김민준', ['김', '김민준', '민준', 'gim minjun']],
    ['タナカ', ['タナカ', 'tanaka', 'ナカ']],
    ['ⵣⴰⵢ', ['ⵣⴰⵢ']],
    ['Wu Xu', ['wu', 'XU', 'Xu, Wu']],
    ['1234567 Ontario Inc.', ['1234567', 'ontario 1234567', '34567']],
    [
      "Siobhán O'Connor",
      ['O’Connor', "O'Connor", 'OConnor', 'oconnor siobhan', 'O‘CONNOR', 'O`Connor', "O'CONNOR"],
    ],
    ['Siobhán O’Conner', ["O'Conner", 'OConner', 'o conner', "CONNER, SIOBHAN O'"]],
    ["Niamh D'Arcy-Burke", ['d’arcy burke', 'DArcy-Burke', "d'arcy‐burke", 'darcyburke', 'Burke d’Arcy']],
    ['Étienne L’Écuyer', ["l'ecuyer", 'LECUYER', 'l’écuyer etienne', "L'ÉCUYER"]],
    ['Mary McDonnell', ['Mc Donnell', 'MCDONNELL', 'mcdonnell, mary', 'mary mc donnell']],
    ['Hans Müller-Lüdenscheidt', ['muller ludenscheidt', 'MÜLLER–LÜDENSCHEIDT', 'mullerludenscheidt']],
    ['Chloé Saint-Gelais', ['saint gelais', 'Saintgelais', 'gelais chloe', 'GELAIS–SAINT']],
    ['J.P. Zwicker', ['jp zwicker', 'J. P. Zwicker', 'zwicker j']],
  ])('finds %s as people write it', async (name, all) => {
    const defendants = claim.defendants.map((party) => ({ ...party, alsoKnownAs: name }));
    const { reference } = await storeFiling(filer, {
      receivedAt: new Date('2024-01-01T15:00:00Z'),
      claim: { ...claim, defendants },
    });
    for (const typed of all) expect(await find(typed), typed).toEqual([reference]);
  });

  describe('by what is chosen', () => {
    const other = 'brampton';
    let early: string;
    let late: string;
    const asked = async (terms: Partial<FilingTerms>) =>
      (await searchFilings(clerk, { typed: '', page: 1, ...terms })).rows.map(({ reference }) => reference);

    beforeAll(async () => {
      const mail = { ...contact, email: 'Orla.Ferry@Exämple.org' };
      const stored = [];
      // One minute before midnight in Toronto, and one after.
      for (const receivedAt of ['2023-06-02T03:59:00Z', '2023-06-02T04:01:00Z'].map((at) => new Date(at)))
        stored.push(
          await storeFiling(filer, {
            ...{ receivedAt, courtId: other, contact: mail, state: 'issued', issuedAt: receivedAt },
            // A letter that no reference has.
            ownNumber: `U’${receivedAt.getUTCMinutes()}-Ω`,
            issueOn: receivedAt.getUTCMinutes() === 59 ? '2023-06-01' : '2023-06-02',
          }),
        );
      [early, late] = stored.map(({ reference }) => reference) as [string, string];
    });

    it('keeps to an office and to days of Toronto, the last one included', async () => {
      expect(await asked({ court: other })).toEqual([late, early]);
      expect(await asked({ court: 'toronto' })).toEqual([]);
      expect(await asked({ receivedFrom: '2023-06-01', receivedUntil: '2023-06-01' })).toEqual([early]);
      expect(await asked({ receivedFrom: '2023-06-02', receivedUntil: '2023-06-30' })).toEqual([late]);
      expect(await asked({ issuedFrom: '2023-06-02', issuedUntil: '2023-06-02' })).toEqual([late]);
      expect(await asked({ issuedUntil: '2023-06-02' })).toEqual([late, early]);
      expect(await asked({ issuedUntil: '2023-06-02', court: 'toronto' })).toEqual([]);
    });

    it('finds an e-mail address in full, however it is written, alone or beside a name', async () => {
      for (const typed of [
        'orla.ferry@exämple.org',
        'ORLA.FERRY@xn--exmple-cua.org',
        'tremblay Orla.Ferry@exämple.org',
      ])
        expect(await find(typed), typed).toEqual([late, early]);
      for (const typed of ['ferry@exämple.org', 'orla.ferry@exämple.org vale', 'orla.ferry@example.org'])
        expect(await find(typed), typed).toEqual([]);
    });

    it('finds the number that the filer gave', async () => {
      expect(await find("u'59")).toEqual([early]);
    });

    it('exports all of it, the newest first, and records what was filtered by, not what was typed', async () => {
      const parts = [];
      const terms = { typed: 'orla.ferry@exämple.org', court: other };
      for await (const part of await exportFilings(clerk, terms, at(0))) parts.push(...part);
      expect(parts.map(({ reference }) => reference)).toEqual([late, early]);
      const everything = [];
      for await (const part of await exportFilings(clerk, { typed: '' }, at(0))) everything.push(...part);
      expect(everything.length).toBe(await db().$count(filings));
      const lines = await db().select().from(audit).where(eq(audit.action, 'export filings'));
      expect(lines.map(({ details }) => details)).toEqual([{ court: other, words: 'yes' }, { words: 'no' }]);
    });

    it('exports to nobody but staff', async () => {
      await expect(exportFilings(filer, { typed: '' }, at(0))).rejects.toThrow(NotFound);
    });
  });

  it('does not exist for filers and visitors', async () => {
    await expect(searchFilings(await newPerson(), { typed: '', page: 1 })).rejects.toThrow(NotFound);
    await expect(searchFilings({ kind: 'anonymous' }, { typed: '', page: 1 })).rejects.toThrow(NotFound);
  });
});
