import { beforeAll, describe, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { type Database, db, setDatabase } from '@/lib/data/db/db';
import { pendingFiles } from '@/lib/data/db/schema/document';
import { outbox } from '@/lib/data/db/schema/mail';
import { watchStatements } from '@/lib/data/db/statements';
import { readFigures } from '@/lib/data/health/figures';
import type { UserActor } from '@/lib/domain/access/access';
import { readerOfAll } from '@/lib/jobs/telemetry/readings';
import { beginCounts } from '@/lib/jobs/telemetry/telemetry';
import { measure } from '@/lib/measure';
import { startMetrics } from '@/lib/services/telemetry/metrics';
import { watchProcess } from '@/lib/services/telemetry/process-readings';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase, openEmbeddedCopy } from '@/lib/testing/db/databases';
import { freePort } from '@/lib/testing/db/postgres';
import { storeFiling } from '@/lib/testing/filing/filings';
import {
  alertExpressions,
  alertsFile,
  dashboardExpressions,
  missingIn,
  promtool,
  seriesIn,
} from '@/lib/testing/telemetry/scrape';

const now = new Date('2026-11-24T15:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

/** What the endpoint gives after one of each measurement that a claim leads to. */
async function scrape(): Promise<string> {
  const port = await freePort();
  const stop = await startMetrics({ host: '127.0.0.1', port }, readerOfAll(watchProcess()));
  watchStatements();
  beginCounts();
  const work = { operation: 'read', outcome: 'ok' } as const;
  for (const part of ['storage', 'pdf', 'mail'] as const) measure(part, 0.1, work);
  measure('request', 0.1, { method: 'GET', route: '/[locale]', status: '200' });
  await readFigures({ now, courtNow: now });
  measure('issue', 1, { received: 'in-hours' });
  await new Promise((later) => setTimeout(later, 100));
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await stop();
  return text;
}

eachDatabase('the figures of the court', () => {
  let filer: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(ago(10_000));
  });

  it('are all 0 where nothing waits', async () => {
    const { onHold, isMailPaused, ...numbers } = await readFigures({ now, courtNow: now });
    expect([onHold, isMailPaused]).toEqual([{}, false]);
    expect(new Set(Object.values(numbers))).toEqual(new Set([0]));
  });

  it('tell how much waits and how long, by the clock that it waits for', async () => {
    await storeFiling(filer, { receivedAt: ago(30), dueAt: ago(20) });
    await storeFiling(filer, { receivedAt: ago(30), dueAt: ago(10) });
    await storeFiling(filer, { receivedAt: ago(30), dueAt: ago(-60) });
    for (const holdReason of ['corrupt', 'corrupt', 'password'] as const)
      await storeFiling(filer, { receivedAt: ago(30), state: 'held', holdReason });
    await storeFiling(filer, { receivedAt: ago(500), state: 'issued' });
    const words = { recipient: 'a@example.org', subject: '', html: '', text: '', attachments: [] };
    const mail = { kind: 'staff-held' as const, ...words };
    const states = [
      ['queued', 5],
      ['queued', -5],
      ['failed', 9],
      ['uncertain', 9],
      ['sent', 9],
    ] as const;
    for (const [n, [state, minutes]] of states.entries())
      await db()
        .insert(outbox)
        .values({ ...mail, dedupeKey: String(n), state, dueAt: ago(minutes) });
    await db()
      .insert(pendingFiles)
      .values({ customId: 'a', createdAt: ago(2) });
    expect(await readFigures({ now, courtNow: ago(5) })).toEqual({
      ...{ filingsReceived: 3, filingsDue: 2, filingsDueAge: 15 * 60, onHold: { corrupt: 2, password: 1 } },
      ...{ mailQueued: 2, mailFailed: 1, mailUncertain: 1, mailDue: 1, mailDueAge: 300, isMailPaused: false },
      ...{ filesPending: 1, filesPendingAge: 120, filesToDelete: 0, filesFaulty: 0 },
    });
  });

  it('hold what the dashboard and the alert rules ask for, in a form that Prometheus takes', async () => {
    const text = await scrape();
    expect(text).toContain('court_database_up 1\n');
    expect(text).toContain('court_filings_on_hold{reason="corrupt"} 2\n');
    expect(missingIn(text)).toEqual([]);
    expect(text).not.toMatch(/example|R-[0-9A-Z]{4}/);
    expect(promtool(['check', 'metrics'], text)?.said ?? '').toBe('');
  });
});

describe('the files under docs/operations', () => {
  it('ask for something in every rule and every panel', () => {
    const rules = [...alertExpressions()].filter(([name]) => name !== 'CourtNotScraped');
    expect(rules.length).toBeGreaterThan(15);
    const panels = [...dashboardExpressions()].filter(([, expression]) => expression !== '');
    expect(panels.length).toBeGreaterThan(20);
    const idle = [...rules, ...panels].filter(([, expression]) => seriesIn(expression).length === 0);
    expect(idle.map(([name]) => name)).toEqual([]);
  });

  it('name no figure that there is not', () => {
    expect(missingIn('court_database_up 1\n').length).toBeGreaterThan(20);
  });

  it('hold rules that Prometheus takes', () => {
    const checked = promtool(['check', 'rules', alertsFile]);
    expect(checked?.status ?? 0, checked?.said).toBe(0);
  });
});

describe('a database that is away', () => {
  const known = async (opened: Database) => {
    setDatabase(opened);
    const began = performance.now();
    const readings = await readerOfAll(watchProcess())();
    expect(performance.now() - began).toBeLessThan(30_000);
    const named = new Map(readings.map(({ gauge, value }) => [gauge, value]));
    expect(named.get('court_database_up')).toBe(0);
    expect(named.has('court_filings_due')).toBe(false);
    expect(named.get('court_memory_bytes')).toBeGreaterThan(0);
  };

  it('is told where it refuses', async () => {
    const opened = await openEmbeddedCopy();
    await opened.close();
    await known(opened);
  });

  it('is told where it does not answer', async () => {
    const opened = await openEmbeddedCopy();
    let end = () => {};
    // Whoever else asks the embedded database waits meanwhile.
    const held = opened.db.transaction(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    await known(opened);
    end();
    await held;
    await opened.close();
  });
});
