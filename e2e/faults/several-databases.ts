import postgres from 'postgres';
import { hasPgBouncer, startPgBouncer } from '../../lib/testing/db/pgbouncer';
import { serverPrograms, standbyOf, startPostgres } from '../../lib/testing/db/postgres';
import { fileClaim, newClaimant } from '../support/people/claimant';
import { check } from './check';
import { Court, evening } from './court';
import { until } from './until';

const inHours = '2026-11-24T15:00:00.000Z';
/** The whole service, two processes, over four connections that PgBouncer gives to each transaction anew. */
export async function throughPooler(): Promise<string> {
  if (!hasPgBouncer()) {
    process.stderr.write('\n*** NOT TESTED: the service behind PgBouncer, which is not installed ***\n\n');
    return 'NOT TESTED';
  }
  const court = await Court.open();
  const bouncer = await startPgBouncer(court.database.url);
  try {
    const { origin } = await court.start(inHours, bouncer.url, 2);
    await court.act('queue', 10, evening);
    const people = await Promise.all([1, 2, 3].map(() => newClaimant(origin)));
    await court.confirmAddresses();
    await Promise.all(people.map((visitor) => fileClaim(visitor)));
    await court.settled();
    await check(court, 13);
    return '13 claims received and issued by two processes through PgBouncer in transaction mode';
  } finally {
    await court.close();
    bouncer.stop();
  }
}

/** The primary is lost for ever and its standby promoted: the service, which knows both, goes on. */
export async function standbyTakesOver(): Promise<string> {
  const court = await Court.open();
  const standby = await startPostgres(serverPrograms() ?? '', 'off', standbyOf(court.database.url));
  const sql = postgres(standby.url, { max: 1, backoff: () => 0.2 });
  const issued = async () => (await sql`select from filings where state = 'issued'`).length;
  try {
    const hosts = [standby, court.database].map(({ url }) => new URL(url).host);
    const { origin } = await court.start(inHours, `postgres://court@${hosts}/postgres`);
    const visitor = await newClaimant(origin);
    await court.confirmAddresses();
    await fileClaim(visitor);
    await until('the standby has the issued claim', async () => (await issued()) === 1);
    await court.database.halt();
    const lost = performance.now();
    await standby.promote();
    await until('pages come again', async () => (await visitor.get('/en/account')).status === 200);
    const seconds = ((performance.now() - lost) / 1000).toFixed(1);
    await fileClaim(visitor);
    await until('both are issued', async () => (await issued()) === 2);
    return `the primary lost and its standby promoted: pages again after ${seconds} s, the next claim issued`;
  } finally {
    await sql.end({ timeout: 1 });
    await court.close();
    await standby.stop();
  }
}
