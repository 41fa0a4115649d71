import { sql } from 'drizzle-orm';
import type { Database } from '../../lib/data/db/db';
import { serverPrograms, startPostgres } from '../../lib/testing/db/postgres';
import { startServer } from '../support/court/server';
import { fileClaim, newClaimant } from '../support/people/claimant';
import type { Visitor } from '../support/people/visitor';
import { quantile, time } from './statistics';

/** What a page of a person's own submissions may take, in ms, 19 times of 20. */
const target = 150;
const rounds = 25;
const filings = 2_000;

const surnames = "array['tremblay','okafor','wong','singh','kowalski','macdonald','bouchard','nguyen']";
const courts = "array['barrie','toronto','ottawa','hamilton','london']";
const next = (table: string, from: string, changes: string) =>
  `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${changes}))).*
    from ${table} t, generate_series(2, ${filings}) n where ${from}`;
const number = "'CV-26-' || to_char(n + 50000, 'FM00000000') || '-0000'";
const own = 'profile_id = (select profile_id from filings limit 1)';

/** A person's one claim, its documents and its numbers, as often as a busy firm has them. Made by the database itself. */
const fill = [
  next('drafts', own, `'id', md5('d' || n)::uuid, 'reference', 'D' || n`),
  next('court_files', 'number = (select file_number from filings limit 1)', `'number', ${number}`),
  next(
    'filings',
    own,
    `'id', md5('f' || n)::uuid, 'draft_id', md5('d' || n)::uuid, 'reference', 'R' || n, 'file_number', ${number},
     'submission_key', null, 'verification_code', null, 'verification_hash', null, 'own_number', 'firm-' || n,
     'state', case when n % 40 = 0 then 'withdrawn' when n % 41 = 0 then 'held' else 'issued' end,
     'court_id', (${courts})[n % 5 + 1], 'title', initcap((${surnames})[n % 8 + 1]) || ' ' || n || ' v. Northern Elevator Inc.',
     'received_at', t.received_at - n * interval '3 hours', 'issue_on', (t.received_at - n * interval '3 hours')::date,
     'search', replace(t.search, ' tremblay ', ' ' || (${surnames})[n % 8 + 1] || ' ') || E'\\n firm' || n || ' '`,
  ),
  next(
    'documents',
    'filing_id is not null and t.draft_id = (select draft_id from filings order by received_at desc limit 1)',
    `'id', md5('c' || n)::uuid, 'draft_id', md5('d' || n)::uuid, 'filing_id', md5('f' || n)::uuid`,
  ),
  next(
    'document_versions',
    'true',
    `'id', md5('v' || t.version || n)::uuid, 'document_id', md5('c' || n)::uuid, 'storage_key', t.version || 'key' || n`,
  ),
  'analyze',
];

/** Fills the tables of one claim with copies of it. */
async function fillFrom({ db, close }: Database): Promise<void> {
  for (const statement of fill) await db.execute(sql.raw(statement));
  await close();
}

type Form = Record<string, string>;

const cases: [name: string, form: Form][] = [
  ['list, page 40', { page: '40' }],
  ['by a name that 1 in 8 has', { words: 'kowalski' }],
  ['by a name that nobody has', { words: 'xylophone' }],
  ['by number', { words: 'CV-26-00051234-0000' }],
  ['by own number', { words: 'firm-1234' }],
  ['by status', { state: 'held' }],
  ['by court', { court: 'ottawa' }],
  ['by form', { type: 'form-14a' }],
  ['by days', { from: '2026-06-01', until: '2026-07-31' }],
  ['by title, first page', { order: 'title' }],
  ['by file number, page 40', { order: 'number', page: '40' }],
  ['all at once', { words: 'kowalski', state: 'issued', court: 'ottawa', type: 'form-14a', order: 'oldest' }],
];

async function tell(name: string, run: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < 2; n += 1) await run();
  const ms: number[] = [];
  for (let n = 0; n < rounds; n += 1) ms.push(await time(run));
  const [median, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
  const told = `${median.toFixed(0).padStart(7)} ms ${p95.toFixed(0).padStart(7)} ms`;
  process.stdout.write(`${name.padEnd(44)} ${told}${p95 > target ? `  MISSED ${target}` : ''}\n`);
}

async function csvBegins(origin: string, { cookie }: Visitor): Promise<void> {
  const body = new URLSearchParams({ locale: 'en' });
  const answer = await fetch(`${origin}/api/transactions/csv`, {
    method: 'POST',
    body,
    headers: { cookie, origin },
  });
  const reader = answer.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  if (!answer.ok || !value) throw new Error(`no table: ${answer.status}`);
  await reader?.cancel();
}

async function measureAll(origin: string, visitor: Visitor): Promise<void> {
  const page = await visitor.get('/en/transactions');
  if (!page.html.includes('2,000') && !page.html.includes('2000'))
    throw new Error('the filings are not there');
  await tell('for comparison: a page without a list', () => visitor.get('/en/contact-information'));
  await tell('Transactions', () => visitor.get('/en/transactions'));
  for (const [name, form] of cases)
    await tell(name, async () => {
      const { html, status } = await visitor.submit(page, 'words', form);
      if (status !== 200 || html.includes('data-testid="error-summary"'))
        throw new Error(`${name}: ${status}`);
    });
  await tell('CSV, first bytes', () => csvBegins(origin, visitor));
}

async function bench(
  title: string,
  env: Record<string, string>,
  open: (dataDir: string) => Promise<Database>,
) {
  const settings = { clock: '2026-11-24T15:00:00.000Z', env: { LOG_LEVEL: 'fatal', ...env } };
  const first = await startServer(settings);
  const visitor = await newClaimant(first.origin);
  await fileClaim(visitor);
  await first.stop();
  await fillFrom(await open(first.dataDir));
  const port = Number(new URL(first.origin).port);
  const server = await startServer({ ...settings, dataDir: first.dataDir, port });
  try {
    process.stdout.write(`\n${title}, ${filings} filings of one person, ${rounds} rounds: median and p95\n`);
    await measureAll(server.origin, visitor);
  } finally {
    await server.stop();
  }
}

/** The pages of a person with 2,000 submissions, over HTTP and without JavaScript, by the production build. */
export async function benchTransactions(): Promise<void> {
  const { openEmbedded } = await import('../../lib/data/db/embedded');
  const { openPostgres } = await import('../../lib/data/db/open');
  await bench('PGlite', {}, openEmbedded);
  const programs = serverPrograms();
  if (!programs) return void process.stdout.write('*** PostgreSQL: NOT MEASURED, it is not installed ***\n');
  const postgres = await startPostgres(programs, 'on');
  await bench('PostgreSQL', { DATABASE_URL: postgres.url }, () => openPostgres(postgres.url));
  await postgres.stop();
}
