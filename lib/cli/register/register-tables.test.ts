import { asc, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { walkTables } from '@/lib/cli/register/register-tables';
import { seedCourts } from '@/lib/data/court/courts';
import { type Db, database, db, setDatabase } from '@/lib/data/db/db';
import { courtFiles } from '@/lib/data/db/schema/court';
import { documents, documentVersions } from '@/lib/data/db/schema/document';
import { register, registerHead } from '@/lib/data/db/schema/register';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { readRegister } from '@/lib/data/register/register-reading';
import type { UserActor } from '@/lib/domain/access/access';
import { registerHash } from '@/lib/domain/register/register';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const at = (day: string) => new Date(`${day}T15:00:00Z`);
const hash = (digit: string) => digit.repeat(64);
const numberOf = (n: number) => `CV-26-${String(n).padStart(8, '0')}-0000`;
const states = { issued: 'issued', filed: 'issued', void: 'withdrawn', redated: 'received' } as const;

/** A filing that ended in the given way, with its number and its sealed file, and its entry. */
async function enterOne(filer: UserActor, kind: keyof typeof states, day: string, n: number): Promise<void> {
  const [fileNumber, receivedAt] = [kind === 'redated' ? null : numberOf(n), at(day)];
  if (fileNumber) {
    const file = { number: fileNumber, courtId: 'perth', title: 'A v. B', openedOn: day };
    await db().insert(courtFiles).values(file);
  }
  const filing = await storeFiling(filer, { receivedAt, issueOn: day, fileNumber, state: states[kind] });
  const sealed = kind === 'issued' ? [{ kind: 'claim' as const, sha256: hash(String(n)) }] : [];
  for (const { sha256 } of sealed) {
    const uploaded = { kind: 'claim', name: 'claim.pdf', size: 1, uploadedBy: filer.userId } as const;
    const [document] = await db()
      .insert(documents)
      .values({ ...uploaded, draftId: filing.draftId, filingId: filing.id, state: 'ready' })
      .returning();
    const version = { version: 2, kind: 'sealed' as const, storageKey: fileNumber ?? '', size: 1, sha256 };
    await db()
      .insert(documentVersions)
      .values({ ...version, documentId: document?.id ?? '' });
  }
  const entry = { kind, fileNumber, recordedAt: receivedAt, documents: sealed };
  await db().transaction((tx) => appendRegisterEntry(tx, filing, entry));
}

/** Hashes every entry again, each upon the one before, and moves the head: a chain without a fault. */
async function forge(tx: Db): Promise<void> {
  let previous = '';
  for await (const entry of readRegister(undefined, tx)) {
    previous ||= entry.previous;
    const made = { previous, hash: registerHash({ ...entry, previous }) };
    await tx.update(register).set(made).where(eq(register.entry, entry.entry));
    await tx.update(registerHead).set({ entry: entry.entry, hash: made.hash });
    previous = made.hash;
  }
}

/** The walk's answer after these changes. They bypass all triggers and are then rolled back. */
async function saidAfter(...changes: (string | typeof forge)[]): Promise<string> {
  const opened = database();
  let said = 'nothing';
  const undone = new Error('undone');
  const changed = opened.db.transaction(async (tx) => {
    await tx.execute(sql`alter table register disable trigger user`);
    await tx.execute(sql`alter table register_days disable trigger user`);
    for (const change of changes)
      await (typeof change === 'string' ? tx.execute(sql.raw(change)) : change(tx));
    setDatabase({ ...opened, db: tx });
    said = await walkTables().then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    throw undone;
  });
  await expect(changed.finally(() => setDatabase(opened))).rejects.toBe(undone);
  return said;
}

eachDatabase("the walk of the database's register", () => {
  let filer: UserActor;

  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(at('2026-11-23'));
    await enterOne(filer, 'redated', '2026-11-23', 1);
    await enterOne(filer, 'issued', '2026-11-23', 2);
    await enterOne(filer, 'issued', '2026-11-24', 3);
    await enterOne(filer, 'void', '2026-11-24', 4);
    await enterOne(filer, 'issued', '2026-11-25', 5);
  });

  it('finds nothing wrong, and the entry of a root that somebody kept', async () => {
    const hashes = await db().select({ hash: register.hash }).from(register).orderBy(asc(register.entry));
    const walk = await walkTables(hashes[2]?.hash);
    expect([walk.count, walk.root, walk.foundAt]).toEqual([5, hashes[4]?.hash, 3]);
    expect((await walkTables(hash('0'))).foundAt).toBeUndefined();
    expect(await saidAfter()).toBe('nothing');
  });

  const filing = (n: number) => `where id = (select filing_id from register where entry = ${n})`;

  it.each([
    ['entry 3 tells another date than its filing', `update filings set issue_on = '2026-11-25' ${filing(3)}`],
    ['entry 3 tells another court than its filing', `update filings set court_id = 'barrie' ${filing(3)}`],
    ['entry 3 tells another outcome than its filing', `update filings set state = 'received' ${filing(3)}`],
    [
      'entry 2 tells another set of files than its filing',
      `update document_versions set sha256 = '${hash('a')}'`,
    ],
    [
      'entry 2 tells another filing than its filing',
      `update register set filing_id = (select filing_id from register where entry = 1) where entry = 2`,
    ],
    [
      'entry 4 tells another court file number than its filing',
      `update filings set file_number = null ${filing(4)}`,
    ],
  ])('says: %s', async (said, change) => {
    expect(await saidAfter(change)).toBe(said);
  });

  it('finds two filings that bear the numbers of each other', async () => {
    const swapped = [
      `update filings set file_number = null ${filing(3)}`,
      `update filings set file_number = '${numberOf(3)}' ${filing(5)}`,
      `update filings set file_number = '${numberOf(5)}' ${filing(3)}`,
    ];
    expect(await saidAfter(...swapped)).toBe('entry 3 tells another court file number than its filing');
  });

  it('finds an entry that is kept under another day', async () => {
    const moved = `update register set recorded_on = '2026-11-24' where entry = 2`;
    expect(await saidAfter(moved)).toBe('entry 2 is kept under 2026-11-24, another day than its text says');
  });

  it('names the first entry that is wrong, whatever is wrong with it', async () => {
    const chain = `update register set hash = '${hash('b')}' where entry = 4`;
    const unlike = `update filings set court_id = 'barrie' ${filing(3)}`;
    const day = `update register set recorded_on = '2026-11-24' where entry = 2`;
    expect(await saidAfter(chain, unlike)).toMatch(/^entry 3 tells another court/);
    expect(await saidAfter(chain, unlike, day)).toMatch(/^entry 2 is kept under/);
    expect(await saidAfter(chain)).toBe('entry 4 was changed: its hash does not cover its text');
  });

  describe('by the roots that were kept', () => {
    const changed = `update register set issued_on = '2020-01-01' where entry = 1`;

    it('finds a chain that was made anew, by the first day that differs', async () => {
      expect(await saidAfter(forge)).toBe('nothing');
      expect(await saidAfter(changed, forge)).toBe('the root kept of 2026-11-23 is not that of entry 2');
      const later = `delete from register_days where day = '2026-11-23'`;
      expect(await saidAfter(changed, later, forge)).toBe(
        'the root kept of 2026-11-24 is not that of entry 4',
      );
    });

    it('finds that one is gone or is not that of the day’s last entry', async () => {
      const gone = `delete from register_days where day = '2026-11-23'`;
      expect(await saidAfter(gone)).toBe('the root of 2026-11-23 was not kept');
      const earlier = `update register_days set entry = 3, root = (select hash from register where entry = 3)
        where day = '2026-11-24'`;
      expect(await saidAfter(earlier)).toBe('the root of 2026-11-24 was not kept');
    });

    it('finds that the register ends before them', async () => {
      const cut = [`delete from register where entry > 3`, `update filings set state = 'received'`];
      expect(await saidAfter(...cut)).toMatch(/^entry 2 tells another outcome/);
      expect(await saidAfter(`delete from register where entry > 3`, forge)).toBe(
        'entry 4 is missing: 2026-11-24 ended with it',
      );
    });
  });

  it('is of one instant, whatever is entered meanwhile', async () => {
    let isOver = false;
    const write = async () => {
      const written = await storeFiling(filer, { receivedAt: at('2026-11-25') });
      const entry = { kind: 'redated', fileNumber: null, recordedAt: at('2026-11-25') } as const;
      while (!isOver) await db().transaction((tx) => appendRegisterEntry(tx, written, entry));
    };
    const writers = [write(), write()];
    const counts: number[] = [];
    try {
      for (let n = 0; n < 20; n += 1) counts.push((await walkTables()).count);
    } finally {
      isOver = true;
      await Promise.all(writers);
    }
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
  });
});
