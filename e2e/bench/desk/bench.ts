import { setTimeout as wait } from 'node:timers/promises';
import pg from 'postgres';
import { serverPrograms, startPostgres } from '../../../lib/testing/db/postgres';
import { type CourtServer, startServer } from '../../support/court/server';
import { fileClaim, newClaimant } from '../../support/people/claimant';
import type { Visitor } from '../../support/people/visitor';
import { residentMegabytes } from '../resident';
import { quantile, time } from '../statistics';
import { fillDesk } from './fill';

/** What a page and a search may take, in ms, 19 times of 20; lines that an export gives in a second. */
const goals = { page: 300, search: 150, export: 20_000 };
const rounds = 25;

/** The pages of staff over HTTP, by the production build on PostgreSQL, with as many rows as a busy year brings. */
export async function benchDesk({ filings }: { filings: number }): Promise<void> {
  const programs = serverPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed.');
  const postgres = await startPostgres(programs, 'on');
  const sql = pg(postgres.url, { max: 1, onnotice: () => undefined });
  const env = { LOG_LEVEL: 'fatal', DATABASE_URL: postgres.url };
  const first = await startServer({ env });
  const visitor = await newClaimant(first.origin, 'bench-administrator');
  await fileClaim(visitor);
  await sql`update users set role = 'administrator' where one_key_id = 'bench-administrator'`;
  await first.stop();
  const made = await time(() => fillDesk(postgres.url, filings));
  say(
    `${filings} filings, ${2 * filings} messages, ${10 * filings} audit rows`,
    `${(made / 1000).toFixed(0)} s to make`,
  );
  const port = Number(new URL(first.origin).port);
  const server = await startServer({ env, dataDir: first.dataDir, port });
  try {
    await sql`update sessions set second_step_due = false, confirmed_at = now() + interval '1 day'`;
    await tellSealing(sql, 10 * filings);
    await measureAll(server, visitor, sql);
  } finally {
    await server.stop();
    await sql.end();
    await postgres.stop();
  }
}

const say = (name: string, told: string) => process.stdout.write(`${name.padEnd(56)} ${told}\n`);

async function tell(name: string, most: number, run: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < 2; n += 1) await run();
  const ms: number[] = [];
  for (let n = 0; n < rounds; n += 1) ms.push(await time(run));
  const [median, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
  say(
    name,
    `${median.toFixed(0).padStart(7)} ms ${p95.toFixed(0).padStart(7)} ms${p95 > most ? `  MISSED ${most}` : ''}`,
  );
}

/** The worker adds the rows to the chain while nobody asks for anything. */
async function tellSealing(sql: pg.Sql, rows: number): Promise<void> {
  const left = async () => Number((await sql`select count(*) from audit_unsealed`)[0]?.count);
  const [before, started] = [await left(), performance.now()];
  await wait(20_000);
  const rate = ((before - (await left())) * 1000) / (performance.now() - started);
  say('rows that the worker adds to the chain', `${rate.toFixed(0)} a second`);
  // The pages are measured without it: a database of this age has its chain.
  if (rate > 0 && rows / rate < 900) while ((await left()) > 1_000) await wait(1_000);
  else await sql`delete from audit_unsealed`;
}

async function measureAll(server: CourtServer, visitor: Visitor, sql: pg.Sql): Promise<void> {
  const [own] = await sql`select reference from filings where reference like 'R-%' limit 1`;
  const [user] = await sql`select id from users where one_key_id = 'bench-1'`;
  const [mail] = await sql`select id from outbox where dedupe_key = 'bench-5'`;
  const pages = [
    ...['', '/filings', '/emails', '/emails?page=40', '/emails?show=attention', '/calendar', '/courts'],
    ...[
      '/courts/barrie',
      '/users',
      '/audit',
      `/filings/${own?.reference}`,
      `/users/${user?.id}`,
      `/emails/${mail?.id}`,
    ],
  ];
  for (const path of pages)
    await tell(`/admin${path}`, goals.page, async () => {
      const { status } = await visitor.get(`/en/admin${path}`);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
    });
  await tell('/statistics, not from memory', goals.page, () => visitor.get('/en/statistics?fresh'));
  await measureSearches(visitor);
  await measureExport(server, visitor);
}

const searches: [page: string, marker: string, name: string, form: Record<string, string>][] = [
  ['/filings', 'typed', 'a name that 1 in 100 has', { typed: 'tremblay' }],
  ['/filings', 'typed', 'a name that nobody has', { typed: 'xylophone' }],
  ['/filings', 'typed', 'a name with an apostrophe', { typed: 'tremblay, L’Anna' }],
  ['/filings', 'typed', 'an e-mail address', { typed: 'b77@example.org' }],
  ['/filings', 'typed', 'a small office', { court: 'perth' }],
  ['/filings', 'typed', 'a large office long ago', { court: 'barrie', receivedUntil: '2026-03-01' }],
  ['/filings', 'typed', 'days of issue long ago', { issuedFrom: '2026-02-01', issuedUntil: '2026-02-28' }],
  [
    '/filings',
    'typed',
    'a small office, a common name, days',
    { court: 'perth', typed: 'anna', receivedFrom: '2026-02-01' },
  ],
  ['/users', 'typed', 'a part of an ID', { typed: 'bench-77' }],
  ['/audit', 'reference', 'a reference', { reference: 'R-7K3M-9QX2' }],
  ['/audit', 'reference', 'a person', { oneKeyId: 'bench-77' }],
  ['/audit', 'reference', 'a rare act', { action: 'set role' }],
  ['/audit', 'reference', 'an act that nobody did', { action: 'accept secrets' }],
  ['/audit', 'reference', 'a group', { group: 'administration' }],
  ['/audit', 'reference', 'what was refused', { outcome: 'refused' }],
  [
    '/audit',
    'reference',
    'a person, a group, refused',
    { oneKeyId: 'bench-77', group: 'claim', outcome: 'refused' },
  ],
  ['/audit', 'reference', 'days long ago', { from: '2026-02-01', until: '2026-02-02' }],
  [
    '/audit',
    'reference',
    'a rare act in days long ago',
    { action: 'set role', from: '2026-02-01', until: '2026-02-02' },
  ],
];

async function measureSearches(visitor: Visitor): Promise<void> {
  for (const [path, marker, name, form] of searches) {
    const page = await visitor.get(`/en/admin${path}`);
    await tell(`search ${path}: ${name}`, goals.search, async () => {
      const { html, status } = await visitor.submit(page, marker, form);
      if (status !== 200 || html.includes('data-testid="error-summary"'))
        throw new Error(`${name}: ${status}`);
    });
  }
}

/** Reads the whole log as a table, as far as a minute brings it, and watches the server's memory. */
async function measureExport({ origin, pid }: CourtServer, { cookie }: Visitor): Promise<void> {
  const before = residentMegabytes(pid);
  const started = performance.now();
  const answer = await fetch(`${origin}/api/admin/audit/csv`, {
    method: 'POST',
    body: new URLSearchParams({ locale: 'en' }),
    headers: { cookie, origin },
  });
  if (!answer.ok || !answer.body) throw new Error(`no table: ${answer.status}`);
  const memory: number[] = [];
  let lines = 0;
  for await (const part of answer.body) {
    for (const byte of part) if (byte === 10) lines += 1;
    if (memory.length < (performance.now() - started) / 2_000) memory.push(residentMegabytes(pid));
    if (performance.now() - started > 60_000) break;
  }
  const rate = (lines * 1000) / (performance.now() - started);
  say(
    `export: ${lines} lines`,
    `${rate.toFixed(0)} a second${rate < goals.export ? `  MISSED ${goals.export}` : ''}`,
  );
  say(
    'memory before, at the most, at the end',
    `${[before, Math.max(...memory), memory.at(-1) ?? 0].map((mb) => mb.toFixed(0)).join(', ')} MB`,
  );
}
