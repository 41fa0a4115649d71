import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { fenceRegister } from '@/lib/data/register/fence';
import { findMissing, isWhole, type Known } from '@/lib/data/register/missing';
import { appendRegisterEntry } from '@/lib/data/register/register';
import type { UserActor } from '@/lib/domain/access/access';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const at = new Date('2026-11-23T15:00:00Z');
const times = { now: at, courtNow: at };
const hex = (digit: string) => digit.repeat(64);

async function* all(...known: Known[]): AsyncGenerator<Known> {
  yield* known;
}

const missing = (...known: Known[]) => findMissing(db(), all(...known));

eachDatabase('what a database lacks of what is known', () => {
  let filer: UserActor;
  const add = async () => {
    const filing = await storeFiling(filer, { receivedAt: at });
    const entry = { kind: 'redated', fileNumber: null, recordedAt: at } as const;
    const end = await db().transaction((tx) => appendRegisterEntry(tx, filing, entry));
    return { ...end, reference: filing.reference };
  };
  let known: Known[];

  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(at);
    known = [await add(), await add()];
  });

  it('is nothing where all is there, or nothing is known', async () => {
    expect(isWhole(await missing())).toBe(true);
    expect(isWhole(await missing(...known))).toBe(true);
  });

  it('is every entry after the newest that both have, another branch too', async () => {
    const beyond = { entry: 7, hash: hex('a') };
    expect((await missing(...known, beyond)).lost).toEqual({ first: 3, last: 7, root: hex('a') });
    const branch = { entry: 2, hash: hex('b') };
    expect((await missing(branch, beyond)).lost).toEqual({ first: 2, last: 7, root: hex('a') });
  });

  it('is numbers and filings, and a number that two filings were given', async () => {
    const found = await missing({ fileNumber: 'CV-26-00000009-0000', reference: 'R-AAAA-AAAA' });
    expect(found).toMatchObject({
      numbers: ['CV-26-00000009-0000'],
      highest: [{ year: 2026, sequence: 9 }],
      filings: ['R-AAAA-AAAA'],
      twice: [],
    });
  });

  it('is nothing that a gap states, and again what was lost after that gap', async () => {
    const lost = [
      { entry: 3, hash: hex('a') },
      { entry: 9, hash: hex('b'), fileNumber: 'CV-27-00000002-0000', reference: 'R-AAAA-AAAA' },
    ];
    const { gap } = await fenceRegister(all(...known, ...lost), 5, times);
    expect(gap).toMatchObject({
      entry: 3,
      lost: { first: 3, last: 9, root: hex('b') },
      numbers: [
        { first: 'CV-26-00000001-0000', last: 'CV-26-00000005-0000' },
        { first: 'CV-27-00000001-0000', last: 'CV-27-00000007-0000' },
      ],
      filings: ['R-AAAA-AAAA'],
    });
    expect(isWhole(await missing(...known, ...lost))).toBe(true);
    expect((await fenceRegister(all(...known, ...lost), 5, times)).gap).toBeNull();

    const afterGap = [{ entry: 3, hash: gap?.hash }, await add()];
    expect(isWhole(await missing(...known, ...lost, ...afterGap))).toBe(true);
    const again = { entry: 5, hash: hex('d') };
    expect((await missing(...known, ...lost, ...afterGap, again)).lost).toMatchObject({ first: 5, last: 5 });
  });
});
