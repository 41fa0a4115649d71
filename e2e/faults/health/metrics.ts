import { strict as assert } from 'node:assert';
import { freePort } from '../../../lib/testing/db/postgres';
import { missingIn, promtool } from '../../../lib/testing/telemetry/scrape';
import { Visitor } from '../../support/people/visitor';
import { Court, opening } from '../court';
import { until } from '../until';
import { fileAsPerson } from './file-as-person';

type Scrape = { status: number; text: string; ms: number };

async function scrape(port: number): Promise<Scrape> {
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(60_000) });
  const text = await answer.text();
  return { status: answer.status, text, ms: performance.now() - began };
}

/** A value of the one series that begins with this. */
const figureOf = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(series))
      ?.split(' ')
      .at(-1),
  );

/** Somebody who files, whose password somebody else guesses, and who looks for what is not there. */
async function visitCourt(court: Court, origin: string): Promise<string[]> {
  const { person, visitor, reference } = await fileAsPerson(court, origin);
  const stranger = new Visitor(origin);
  const { oneKeyId } = person;
  await stranger.submit(await stranger.get('/en/sign-in'), 'oneKeyId', {
    oneKeyId,
    password: 'a wrong guess 1',
  });
  await visitor.get(`/fr/transactions/${reference}?from=${person.email}`);
  await visitor.get(`/en/nowhere/${reference}`);
  await court.settled();
  return [reference, person.oneKeyId, person.email, 'Tremblay', 'nowhere', '?'];
}

/**
 * Two processes give their figures at ports of their own while a claim is filed: all that the dashboard and the alert rules ask for,
 * nothing of people. Then the database goes away, and they are given all the same.
 */
export async function tellsFigures(): Promise<string> {
  const court = await Court.open(0);
  try {
    const port = await freePort();
    const server = await court.start(opening, undefined, 2, { METRICS_PORT: String(port) });
    const ports = [port, port + 1];
    await until('both processes tell', async () =>
      (await Promise.all(ports.map(scrape))).every(({ text }) => text.includes('court_database_up 1')),
    );
    const secrets = await visitCourt(court, server.origin);
    const scrapes = await Promise.all(ports.map(scrape));
    const all = scrapes.map(({ text }) => text).join('\n');
    for (const secret of secrets) assert.ok(!all.includes(secret), `no ${secret} in what is told`);
    assert.deepEqual(missingIn(all), [], 'all that the dashboard and the rules ask for');
    assert.match(all, /route="\/\[locale\]\/transactions\/\[reference\]",status="200"/);
    assert.match(all, /court_sign_ins_refused_total\{step="password",reason="wrong"\} 1/);
    assert.match(all, /court_issue_delay_seconds_count\{received="[a-z-]+"\} 1/);
    const [first] = scrapes;
    const checked = promtool(['check', 'metrics'], first?.text);
    assert.ok(!checked || checked.status === 0, checked?.said);

    await court.database.stop();
    await until('they tell that the database is away', async () =>
      (await Promise.all(ports.map(scrape))).every(({ text }) => figureOf(text, 'court_database_up') === 0),
    );
    const away = await scrape(port);
    assert.equal(away.status, 200);
    assert.ok(figureOf(away.text, 'court_memory_bytes{kind="rss"}') > 0, 'what the process knows is told');
    const series = all.split('\n').filter((line) => line && !line.startsWith('#')).length;
    return `two processes, ${series} series, read in ${first?.ms.toFixed(0)} ms, without a database in ${away.ms.toFixed(0)} ms`;
  } finally {
    await court.close();
  }
}
