import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'postgres';
import { serverPrograms, startPostgres } from '../../lib/data/testing-postgres';
import type { FilingState } from '../../lib/domain/filing';
import { quantile, time } from './statistics';

/** What a query may take, in ms. */
const target = 50;
const rounds = 30;
const filings = 1_000_000;

/** Rows made by PostgreSQL itself: 20,000 filers, one of them a firm with 20,000 filings; names of 40 x 2,500. */
const fill = [
  `drop index filings_search`,
  `insert into users (id, one_key_id, one_key_id_folded, password_hash)
    select md5('u' || n)::uuid, 'bench-' || n, 'bench-' || n, 'none' from generate_series(1, 20000) n`,
  `insert into profiles (id, user_id, contact, updated_at)
    select md5('p' || n)::uuid, md5('u' || n)::uuid,
      jsonb_build_object('firstName', 'First' || n % 40, 'lastName', 'Last' || n, 'firm', '', 'email', 'b@example.org'), now()
    from generate_series(1, 20000) n`,
  `insert into drafts (id, reference, profile_id, created_by, answers, updated_at)
    select md5('d' || n)::uuid, 'D' || n, md5('p' || k)::uuid, md5('u' || k)::uuid, '{}', now()
    from (select n, case when n % 50 = 0 then 1 else n % 20000 + 1 end k from generate_series(1, ${filings}) n) s`,
  `insert into court_files (number, court_id, title, opened_on)
    select 'CV-' || to_char(17 + n / 120000, 'FM00') || '-' || to_char(n, 'FM00000000') || '-0000', 'barrie', 'A v. B', '2026-11-23'
    from generate_series(1, ${filings}) n`,
  `insert into filings (id, reference, draft_id, profile_id, submitted_by, locale, state, court_id, title, claim, contact,
      received_at, issue_on, file_number, due_at, search)
    select md5('f' || n)::uuid, 'R' || n, md5('d' || n)::uuid, md5('p' || k)::uuid, md5('u' || k)::uuid, 'en',
      case when n % 100000 = 7 then 'held' when n % 100000 = 9 then 'withdrawn' else 'issued' end,
      'barrie', 'Ironwood v. Quillfeather', '{"documentType":"form-14a"}', '{"firstName":"Zoé","lastName":"Roy","firm":""}',
      came, came::date, 'CV-' || to_char(17 + n / 120000, 'FM00') || '-' || to_char(n, 'FM00000000') || '-0000', came,
      'r' || n || E'\\ncv-' || to_char(17 + n / 120000, 'FM00') || '-' || to_char(n, 'FM00000000') || '-0000' || E'\\n'
        || (array['anna','marie','jean','robert','lucie','zoe','omar','priya','wei','fatima'])[n % 10 + 1] || ' '
        || 'family' || n::bigint * 7919 % 2500 || E'\\n' || case when n % 100 = 3 then 'tremblay' else 'other' end
        || case when n = 424242 then E'\\nquillfeather rarest' else '' end
    from (select n, case when n % 50 = 0 then 1 else n % 20000 + 1 end k,
      timestamptz '2017-11-27 15:00Z' + n * interval '280 seconds' as came from generate_series(1, ${filings}) n) s`,
  `create index filings_search on filings using gin (search gin_trgm_ops)`,
  `insert into documents (id, draft_id, kind, name, state, size, pages, uploaded_by, created_at)
    select md5('c' || n)::uuid, draft_id, 'claim', 'claim.pdf', 'ready', 1000, 1, submitted_by, received_at
    from (select row_number() over () n, draft_id, submitted_by, received_at from filings) s`,
  `insert into document_versions (document_id, version, storage_key, size, sha256)
    select id, version, id || '-' || version, 1000, 'none' from documents, generate_series(0, 1) version`,
  // As the database itself does in time: without it no index answers alone.
  `vacuum analyze`,
];

type Case = { name: string; run: () => Promise<unknown> };

/** The SQL of Transactions and of staff's pages with a million filings, as the product asks it. */
export async function benchMillion(): Promise<void> {
  const programs = serverPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed.');
  const postgres = await startPostgres(programs);
  try {
    await measureAll(postgres.url);
  } finally {
    await postgres.stop();
  }
}

async function measureAll(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  process.env.LOG_LEVEL = 'silent';
  const { openPostgres, setDatabase } = await import('../../lib/data/db');
  const { seedCourts } = await import('../../lib/data/courts');
  const opened = await openPostgres(url);
  setDatabase(opened);
  await seedCourts();
  const filled = await time(async () => {
    const filler = pg(url, { max: 1, onnotice: () => undefined });
    for (const statement of fill) await filler.unsafe(statement);
    await filler.end();
  });
  process.stdout.write(`${filings} filings made in ${(filled / 1000).toFixed(0)} s\n\n`);
  let missed = 0;
  for (const { name, run } of await cases()) {
    const ms: number[] = [];
    await run();
    const before = await scansOfAll();
    for (let n = 0; n < rounds; n += 1) ms.push(await time(run));
    const [median, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
    const byIndex = (await scansOfAll()) === before;
    const isMet = byIndex && median <= target;
    if (!isMet) missed += 1;
    const told = `${median.toFixed(1).padStart(8)} ms ${p95.toFixed(1).padStart(8)} ms`;
    const how = byIndex ? '' : '  reads the whole table';
    process.stdout.write(`${name.padEnd(56)} ${told}${how}${isMet ? '' : '  MISSED'}\n`);
  }
  process.stdout.write(
    `\nmedian and p95 of ${rounds}; target ${target} ms, from an index; ${missed} missed\n`,
  );
  await opened.close();
}

/** How often a table of a million rows or more was read from end to end; each connection tells within a second. */
async function scansOfAll(): Promise<number> {
  const { db } = await import('../../lib/data/db');
  await wait(1_500);
  const rows = await db().execute(
    sql`select sum(seq_scan)::int as n from pg_stat_user_tables
      where relname in ('filings', 'drafts', 'documents', 'document_versions')`,
  );
  return Number([...(rows as unknown as Iterable<{ n: number }>)][0]?.n);
}

async function cases(): Promise<Case[]> {
  const { db } = await import('../../lib/data/db');
  const { listFilings } = await import('../../lib/data/filings');
  const { searchFilings } = await import('../../lib/data/filing-search');
  const { getDay } = await import('../../lib/data/administration');
  const { users } = await import('../../lib/data/schema');
  const people = await db()
    .select({ id: users.id })
    .from(users)
    .where(sql`one_key_id in ('bench-1', 'bench-2')`)
    .orderBy(users.oneKeyId);
  const [firm = '', person = ''] = people.map(({ id }) => id);
  const filer = (userId: string) => ({
    kind: 'user' as const,
    role: 'filer' as const,
    sessionId: '',
    userId,
  });
  const clerk = {
    kind: 'user' as const,
    role: 'clerk' as const,
    sessionId: '',
    userId: firm,
    confirmedAt: new Date(),
  };
  const search = (name: string, typed: string, more: { state?: FilingState; page?: number } = {}): Case => ({
    name: `search: ${name}`,
    run: () => searchFilings(clerk, { typed, page: 1, ...more }),
  });
  return [
    { name: 'Transactions of a person (50 filings)', run: () => listFilings(filer(person), { page: 1 }) },
    { name: 'Transactions of a firm (20,000 filings)', run: () => listFilings(filer(firm), { page: 1 }) },
    { name: 'Transactions of a firm, last page', run: () => listFilings(filer(firm), { page: 1_000 }) },
    search('nothing typed', ''),
    search('nothing typed, page 50', '', { page: 50 }),
    search('on hold', '', { state: 'held' }),
    search('withdrawn, by a name', 'other', { state: 'withdrawn' }),
    search('a name that 1 in 100 has', 'tremblay'),
    search('a name that 1 in 2,500 has', 'family17'),
    search('first name and family', 'anna family20'),
    search('a name that one has', 'quillfeather'),
    search('a name that nobody has', 'xylophone'),
    search('a court file number', 'CV-18-00150000-0000'),
    search('the beginning of a number', 'cv-18-0015'),
    search('the numbers of a year', 'cv-18'),
    search('the beginning of a number, issued', 'cv-18-0015', { state: 'issued' }),
    search('a reference', 'R765432'),
    { name: 'the day of staff', run: () => getDay(clerk, new Date('2026-10-11T15:00:00Z'), 1) },
  ];
}
