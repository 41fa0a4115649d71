import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimV1 } from '@/lib/domain/claim/claim-v1';
import { contactV1 } from '@/lib/domain/contact/contact-v1';
import { eachOlderDatabase, type OlderDatabase } from '@/lib/testing/db/older-databases';

type Rows = Record<string, unknown>[];

/** The columns that the migrations after 0008 change on purpose, by table. The tests below check them. */
const changed: Record<string, string[]> = {
  document_versions: ['version'],
  filings: ['search', 'claim', 'contact'],
  one_time_tokens: ['tries_left', 'address'],
  outbox: ['kind'],
  repairs: ['kind'],
};
const renamed: Record<string, string> = { repairs: 'substitutes' };
/** The claim holds the names of parties, and the search takes them from there. */
const gone = ['parties'];
/** Uploads that had not been finished are noted anew. */
const more = ['pending_files'];

async function readAll({ ask }: OlderDatabase): Promise<Map<string, Rows>> {
  const tables = await ask(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const all = new Map<string, Rows>();
  for (const { name } of tables) all.set(String(name), await ask(`select * from "${name}" order by ctid`));
  return all;
}

/** The rows without the columns that changed, and without those that an older row does not have. */
function keptOf(rows: Rows, columns: string[]): string[] {
  const pick = (row: Rows[number]) => JSON.stringify(columns.map((column) => [column, row[column]]));
  return rows.map(pick).sort();
}

eachOlderDatabase('a filled database of 0008', (open) => {
  let database: OlderDatabase;
  let before: Map<string, Rows>;
  beforeAll(async () => {
    database = await open();
    await database.migrateTo('0008_outbox_sender');
    await database.run(readFileSync('lib/testing/db/filled-0008.sql', 'utf8'));
    before = await readAll(database);
    await database.migrateTo();
  }, 300_000);
  afterAll(() => database.close());

  it('holds rows of every table that later migrations touch', () => {
    const filled = [...before].filter(([, rows]) => rows.length > 0).map(([name]) => name);
    const touched = [
      'documents',
      'document_versions',
      'filings',
      'one_time_tokens',
      'outbox',
      'parties',
      'repairs',
    ];
    expect(filled).toEqual(expect.arrayContaining(touched));
  });

  it('keeps every row and every value that is not changed on purpose', async () => {
    const after = await readAll(database);
    for (const [table, rows] of before) {
      if (gone.includes(table)) continue;
      const columns = Object.keys(rows[0] ?? {}).filter((column) => !changed[table]?.includes(column));
      const now = after.get(renamed[table] ?? table) ?? [];
      const kept = keptOf(rows, columns);
      expect(keptOf(now, columns), table).toEqual(more.includes(table) ? expect.arrayContaining(kept) : kept);
    }
  });

  it('knows substitutes by their kinds and states', async () => {
    const found = await database.ask('select id, kind, state from substitutes order by id');
    expect(found.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'repaired-copy proposed',
      'repaired-copy refused',
      'repaired-copy approved',
      'replacement approved',
      'repaired-copy lapsed',
    ]);
  });

  it('counts the versions of a document in the order they came, each by its kind', async () => {
    const found = await database.ask(`select d.id, string_agg(v.kind, ', ' order by v.version) as kinds,
        string_agg(v.version::text, '' order by v.version) as numbers
      from document_versions v join documents d on d.id = v.document_id where d.filing_id is not null group by d.id`);
    const told = found.map(({ id, kinds, numbers }) => `${String(id).slice(-2)}: ${kinds} (${numbers})`);
    expect(told.sort()).toEqual([
      '10: uploaded (1)',
      '20: uploaded (1)',
      '30: uploaded, sealed (12)',
      '35: uploaded, sealed (12)',
      '40: uploaded, repaired-copy, sealed (123)',
      '50: uploaded, replacement (12)',
      '60: uploaded (1)',
      '70: uploaded, sealed (12)',
    ]);
  });

  it('notes when documents were removed, and what of the others may lie in storage unnamed', async () => {
    const gone = await database.ask('select id from documents where removed_at is not null order by id');
    const pending = await database.ask(
      `select custom_id from pending_files where custom_id like '7%' order by custom_id`,
    );
    expect(gone.map(({ id }) => String(id).slice(-2))).toEqual(['15']);
    expect(pending.map(({ custom_id: id }) => String(id).slice(-2))).toEqual(['85']);
  });

  it('gives a filing the documents that were submitted, and a draft keeps the others', async () => {
    const found = await database.ask('select id, filing_id from documents order by id');
    const told = found.map(({ id, filing_id: filing }) =>
      [id, filing].map((one) => one && String(one).slice(-2)),
    );
    expect(told).toEqual([
      ['10', '01'],
      ['15', null],
      ['20', '02'],
      ['30', '03'],
      ['35', '03'],
      ['40', '04'],
      ['50', '05'],
      ['60', '06'],
      ['70', '07'],
      ['80', null],
      ['85', null],
    ]);
  });

  it('finds a filing by every name of its parties, also those that they are known as, folded', async () => {
    const found = await database.ask(
      `select search from filings where state = 'held' or id::text like '%07' order by id`,
    );
    const names = ['zoe roy', 'roy & fils', 'zoe m. cote', 'leo cote', 'northern elevator inc.'];
    const also = ['zoe œuvrard', 'elevateurs du nord'];
    expect(found.map(({ search }) => String(search).split('\n'))).toEqual([
      ['r-0000-0002', ...names, ...also],
      ['r-0000-0007', 'cv-26-00000003-0000', ...names, ...also],
    ]);
    const parties = before.get('parties')?.map(({ filing_id: filing, name }) => ({ filing, name })) ?? [];
    for (const { filing, name } of parties) {
      const [row] = await database.ask(`select search from filings where id = '${filing}'`);
      expect(row?.search).toContain(String(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
    }
  });

  it('leaves the texts of the search and the looks of ONE-key IDs to the worker, which folds them', async () => {
    const texts = await database.ask('select distinct search_version from filings');
    const looks = await database.ask('select distinct one_key_id_skeleton from users');
    expect([texts, looks]).toEqual([[{ search_version: 1 }], [{ one_key_id_skeleton: null }]]);
  });

  it('keeps claim and contact of every filing as version 1 of them', async () => {
    const found = await database.ask('select id, claim, contact from filings');
    expect(found).toHaveLength(7);
    for (const { id, claim, contact } of found) {
      const filed = before.get('filings')?.find((row) => row.id === id);
      expect(claimV1.parse(claim)).toEqual({ version: 1, ...Object(filed?.claim) });
      expect(contactV1.parse(contact)).toEqual({ version: 1, ...Object(filed?.contact) });
    }
  });

  it('leaves a recovery as many attempts, and a token the e-mail address that it proves', async () => {
    const found = await database.ask('select attempts_left, email from one_time_tokens order by id');
    expect(found.map((row) => row.attempts_left)).toEqual([3, 1]);
    const addresses = before.get('one_time_tokens')?.map((row) => row.address);
    expect(found.map((row) => row.email).sort()).toEqual(addresses?.sort());
  });

  it('names e-mail about a substitute anew, and repeats it under the key that its provider knows', async () => {
    const found = await database.ask('select kind, dedupe_key from outbox order by id');
    const id = (n: number) => `90000000-0000-4000-8000-00000000000${n}`;
    expect(found.map((row) => [row.kind, row.dedupe_key])).toEqual([
      ['claim-issued', 'claim-issued/3'],
      ['substitute-decided', `repair-decided/${id(2)}`],
      ['substitute-decided', `repair-decided/${id(4)}`],
    ]);
  });
});
