import { afterEach, expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { alerts, workerPulse } from '@/lib/data/db/schema/health';
import { outbox } from '@/lib/data/db/schema/mail';
import { beginAlert, endAlert, listAlerts, noteAlert, tellAgain } from '@/lib/data/health/alerts';
import { notePulse, readTimes } from '@/lib/data/health/pulse';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const notice = { recipient: 'office@example.org', subject: 'Alert', html: '<p>Alert</p>', text: 'Alert' };

eachDatabase('alerts', () => {
  afterEach(async () => {
    await db().delete(alerts);
    await db().delete(outbox);
    await db().delete(workerPulse);
  });

  const mails = () => db().select().from(outbox);
  const found = async () => {
    const alert = (await listAlerts()).get('disk');
    if (!alert) throw new Error('no alert');
    return alert;
  };

  it('begins once, however many servers see it at once', async () => {
    const begun = await Promise.all([1, 2, 3].map(() => beginAlert('disk', 'a: 5 MB', notice, now)));
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await mails()).toMatchObject([{ kind: 'staff-alert', recipient: 'office@example.org' }]);
    expect(await found()).toEqual({ detail: 'a: 5 MB', sinceAt: now, seenAt: now, toldAt: now });
  });

  it('is told again by one server', async () => {
    await beginAlert('disk', 'a: 5 MB', notice, now);
    await noteAlert('disk', 'a: 4 MB', after(30));
    const alert = await found();
    expect(alert).toMatchObject({ detail: 'a: 4 MB', seenAt: after(30), toldAt: now });
    const told = await Promise.all([1, 2].map(() => tellAgain('disk', alert, 'a: 3 MB', notice, after(60))));
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await mails()).toHaveLength(2);
  });

  it('is ended by one server, and not where another saw the trouble again', async () => {
    await beginAlert('disk', 'a: 5 MB', notice, now);
    const stale = await found();
    await noteAlert('disk', 'b: 4 MB', after(1));
    expect(await endAlert('disk', stale, notice, after(2))).toBe(false);
    const alert = await found();
    const ended = await Promise.all([1, 2].map(() => endAlert('disk', alert, notice, after(5))));
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await mails()).toHaveLength(2);
    expect(await listAlerts()).toEqual(new Map());
  });

  it('is kept without an e-mail where nobody is to be told', async () => {
    expect(await beginAlert('disk', 'a: 5 MB', undefined, now)).toBe(true);
    expect(await mails()).toEqual([]);
    expect(await found()).toMatchObject({ sinceAt: now });
  });

  it('knows when issuing last had a turn, by the database’s clock', async () => {
    expect((await readTimes()).pulseMs).toBeNull();
    await notePulse();
    const { databaseMs, pulseMs } = await readTimes();
    expect(pulseMs).toBeGreaterThanOrEqual(0);
    const [row] = await db().select().from(workerPulse);
    // A row holds milliseconds.
    expect(Math.abs(databaseMs - (pulseMs ?? 0) - Number(row?.issuingAt))).toBeLessThanOrEqual(1);
    await notePulse();
    expect(await db().select().from(workerPulse)).toEqual([row]);
    await db()
      .update(workerPulse)
      .set({ issuingAt: new Date(databaseMs - 90_000) });
    expect((await readTimes()).pulseMs).toBeGreaterThanOrEqual(90_000);
    await notePulse();
    expect((await readTimes()).pulseMs).toBeLessThan(90_000);
  });
});
