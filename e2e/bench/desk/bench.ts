import type { UserActor } from '../../../lib/domain/access/access';
import { serverPrograms, startPostgres } from '../../../lib/testing/db/postgres';
import { quantile, time } from '../statistics';
import { casesFor } from './cases';
import { fillDesk } from './fill';

/** What a page and a search may take, in ms, 19 times of 20; the lines that an export gives in a second. */
const goals = { page: 300, search: 150, export: 20_000 };
/** How often each page is asked for, and how long sealing and exporting are watched, in ms. */
type Size = { filings: number; rounds: number; watchedMs: number; isTimed: boolean };
/** Of `npm test`: it shows that everything can be asked for, not how fast. */
const small: Size = { filings: 2_000, rounds: 1, watchedMs: 1_000, isTimed: false };

const admin: UserActor = {
  ...{ kind: 'user', role: 'administrator', sessionId: '', confirmedAt: new Date() },
  userId: '00000000-0000-0000-0000-000000000001',
};

const say = (name: string, told: string) => process.stdout.write(`${name.padEnd(52)} ${told}\n`);
const rate = (count: number, ms: number) => Math.round((count * 1000) / ms);

/** What the pages of staff ask PostgreSQL for, with a year's filings, twice as many messages and ten times as many lines of the log. */
export async function benchDesk(asked: { quick: boolean; filings: number }): Promise<void> {
  const size = asked.quick ? small : { filings: asked.filings, rounds: 25, watchedMs: 30_000, isTimed: true };
  const programs = serverPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed.');
  const postgres = await startPostgres(programs);
  try {
    await measureAll(postgres.url, size);
  } finally {
    await postgres.stop();
  }
}

async function measureAll(url: string, size: Size): Promise<void> {
  process.env.DATABASE_URL = url;
  process.env.LOG_LEVEL = 'silent';
  const { setDatabase } = await import('../../../lib/data/db/db');
  const { openPostgres } = await import('../../../lib/data/db/open');
  const { seedCourts } = await import('../../../lib/data/court/courts');
  const opened = await openPostgres(url);
  setDatabase(opened);
  await seedCourts();
  const { filings } = size;
  const made = await time(() => fillDesk(url, filings));
  const rows = `${filings} filings, ${2 * filings} messages, ${10 * filings} lines`;
  say(rows, `made in ${(made / 1000).toFixed(0)} s`);
  await tellDays();
  await tellSealing(size);
  say('', 'median, p95');
  for (const { name, kind, run } of await casesFor(admin)) await tell(name, goals[kind], run, size);
  await tellExport(size);
  await opened.close();
}

async function tell(
  name: string,
  most: number,
  run: () => Promise<unknown>,
  { rounds, isTimed }: Size,
): Promise<void> {
  if (isTimed) for (let n = 0; n < 2; n += 1) await run();
  const ms: number[] = [];
  for (let n = 0; n < rounds; n += 1) ms.push(await time(run));
  const [median, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
  const told = `${median.toFixed(0).padStart(6)} ms ${p95.toFixed(0).padStart(6)} ms`;
  say(name, `${told}${isTimed && p95 > most ? `  MISSED ${most}` : ''}`);
}

/** The worker counts the days of the whole year after a first start. */
async function tellDays(): Promise<void> {
  const { storeFilingDays } = await import('../../../lib/data/health/filing-days');
  const ms = await time(async () => {
    while ((await storeFilingDays(new Date())) > 0);
  });
  say('the days of a year, counted', `${(ms / 1000).toFixed(1)} s`);
}

/** The worker adds lines to the chain. */
async function tellSealing({ watchedMs }: Size): Promise<void> {
  const { sealAudit } = await import('../../../lib/data/audit/sealing');
  const started = performance.now();
  let [lines, last] = [0, 1];
  while (last > 0 && performance.now() - started < watchedMs) {
    last = (await sealAudit(new Date())).sealed;
    lines += last;
  }
  say('lines added to the chain', `${rate(lines, performance.now() - started)} a second, of ${lines}`);
}

/** The whole log as a table, as far as it comes in the time that it is watched, and the memory of this process. */
async function tellExport({ watchedMs, isTimed }: Size): Promise<void> {
  const { exportAudit } = await import('../../../lib/data/audit/audit-reading');
  const { auditTable } = await import('../../../lib/web/desk/audit-table');
  const started = performance.now();
  const cpu = process.cpuUsage();
  const megabytes: number[] = [];
  let lines = 0;
  for await (const part of auditTable(await exportAudit(admin, {}, new Date()), 'en')) {
    lines += part.split('\r\n').length - 1;
    megabytes.push(process.memoryUsage().rss / 1e6);
    if (performance.now() - started > watchedMs) break;
  }
  const { user, system } = process.cpuUsage(cpu);
  const perSecond = rate(lines, performance.now() - started);
  const missed = isTimed && perSecond < goals.export ? `  MISSED ${goals.export}` : '';
  say('lines exported', `${perSecond} a second, of ${lines}${missed}`);
  say('by the processor time of this process alone', `${rate(lines, (user + system) / 1000)} a second`);
  const quarter = megabytes.slice(0, Math.ceil(megabytes.length / 4));
  const told = [Math.max(...quarter), Math.max(...megabytes)].map((mb) => mb.toFixed(0));
  say('most memory in the first quarter, and in all of it', `${told.join(' MB, ')} MB`);
}
