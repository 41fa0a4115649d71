import { expect, it } from 'vitest';
import type { ChainedEntry } from '@/lib/domain/register/register';
import { RegisterWalk } from '@/lib/domain/register/register-walk';
import { eachOlderDatabase, type OlderDatabase } from '@/lib/testing/db/older-databases';

const hash = (digit: string) => digit.repeat(64);
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** Two claims in the register from before it was a chain, with a gap between their entries. */
async function fill({ ask }: OlderDatabase): Promise<void> {
  await ask(
    `insert into users (id, one_key_id, one_key_id_folded, password_hash) values ('${id(1)}', 'a', 'a', 'x')`,
  );
  await ask(`insert into profiles (id, user_id, contact, updated_at) values
    ('${id(1)}', '${id(1)}', '{"firstName":"Zoé","lastName":"Roy","firm":""}', now())`);
  await ask(`insert into courts (id, municipality, region, county_en, county_fr, address, zone, accepts_from)
    values ('perth', 'Perth', 'east', 'Lanark', 'Lanark', '1 Street', 'America/Toronto', '2017-10-23')`);
  for (const n of [1, 2]) {
    const number = `CV-26-0000000${n}-0000`;
    await ask(`insert into drafts (id, reference, profile_id, created_by, answers, updated_at)
      values ('${id(n)}', 'D-0000-000${n}', '${id(1)}', '${id(1)}', '{}', now())`);
    await ask(
      `insert into court_files (number, court_id, title, opened_on) values ('${number}', 'perth', 'A v. B', '2026-11-23')`,
    );
    await ask(`insert into filings (id, reference, draft_id, profile_id, submitted_by, locale, state, court_id, title, claim,
        contact, received_at, issue_on, file_number, due_at)
      select '${id(n)}', 'R-0000-000${n}', '${id(n)}', id, user_id, 'en', 'issued', 'perth', 'A v. B', '{}', contact,
        '2026-11-23T15:00:00.120Z', '2026-11-23', '${number}', now() from profiles`);
    await ask(`insert into register (entry, filing_id, file_number, issued_on, issued_at, documents)
      values (${3 * n}, '${id(n)}', '${number}', '2026-11-23', '2026-11-23T15:00:00.120Z',
        '[{"kind":"claim","sha256":"${hash('a')}"},{"kind":"bilingual-request","sha256":"${hash('b')}"}]')`);
  }
}

eachOlderDatabase('an older register', (open) => {
  it('becomes a chain without gaps, and its claims can be found', async () => {
    const database = await open();
    await database.migrateTo('0001_seal');
    await fill(database);
    await database.migrateTo('0003_register_chain');
    const walk = new RegisterWalk();
    for (const row of await database.ask('select * from register order by entry')) {
      const entry = {
        ...{
          entry: Number(row.entry),
          kind: row.kind,
          reference: row.reference,
          fileNumber: row.file_number,
        },
        ...{ court: row.court_id, issuedOn: '2026-11-23', recordedAt: new Date('2026-11-23T15:00:00.120Z') },
        ...{ documents: row.documents, previous: row.previous, hash: row.hash },
      } as ChainedEntry;
      expect(walk.step(entry)).toBeUndefined();
    }
    expect(walk.count).toBe(2);
    const [head] = await database.ask('select * from register_head');
    expect([Number(head?.entry), head?.hash]).toEqual([2, walk.root]);
    const found = await database.ask(`select reference from filings where search like '%zoé roy%'`);
    expect(found).toHaveLength(2);
    await database.close();
  });
});

eachOlderDatabase('the days of an older register', (open) => {
  it('have their roots kept once they have ended', async () => {
    const database = await open();
    await database.migrateTo('0001_seal');
    await fill(database);
    await database.ask(`update register set issued_at = '2026-11-24T15:00:00Z' where entry = 6`);
    await database.migrateTo('0007_register_days');
    const kept = await database.ask('select day::text, entry::int, root from register_days');
    const [first] = await database.ask('select hash from register where entry = 1');
    expect(kept).toEqual([{ day: '2026-11-23', entry: 1, root: first?.hash }]);
    await database.close();
  });
});

eachOlderDatabase('accounts of before', (open) => {
  it('keep their recovery address as one that waits to be confirmed', async () => {
    const database = await open();
    await database.migrateTo('0001_seal');
    await fill(database);
    await database.ask(`insert into users (one_key_id, one_key_id_folded, password_hash, recovery_email)
      values ('zoe', 'zoe', 'x', 'Zoe@example.org')`);
    await database.migrateTo('0004_accounts');
    const found = await database.ask(
      'select one_key_id, recovery_email, pending_email from users order by one_key_id',
    );
    expect(found).toEqual([
      { one_key_id: 'a', recovery_email: null, pending_email: null },
      { one_key_id: 'zoe', recovery_email: null, pending_email: 'Zoe@example.org' },
    ]);
    expect(await database.ask('select email_verified_at from profiles')).toEqual([
      { email_verified_at: null },
    ]);
    await database.close();
  });
});
