import { and, eq } from 'drizzle-orm';
import { db, type Tx } from '@/lib/data/db/db';
import { alerts } from '@/lib/data/db/schema/health';
import { type Letter, queueMail } from '@/lib/data/mail/outbox';
import type { Alert, AlertKind } from '@/lib/domain/health/alert';

/**
 * The alerts that last. Several servers decide about them at once: each change names what its server had read, so that one
 * server makes it and staff are told once. Its e-mail is queued in the same transaction.
 */

/** To whom an alert goes and in which words; undefined where nobody is to be told. */
export type Notice = (Letter & { recipient: string }) | undefined;

/** The alerts that last, by their kind. */
export async function listAlerts(): Promise<Map<AlertKind, Alert & { detail: string }>> {
  const rows = await db().select().from(alerts);
  return new Map(rows.map(({ kind, ...alert }) => [kind, alert]));
}

async function tell(tx: Tx, kind: AlertKind, occasion: string, notice: Notice, now: Date): Promise<void> {
  if (!notice) return;
  await queueMail(tx, { kind: 'staff-alert', dedupeKey: `staff-alert/${kind}/${occasion}`, ...notice }, now);
}

/** @returns false if another server began it */
export function beginAlert(kind: AlertKind, detail: string, notice: Notice, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const times = { sinceAt: now, seenAt: now, toldAt: now };
    const begun = await tx
      .insert(alerts)
      .values({ kind, detail, ...times })
      .onConflictDoNothing()
      .returning();
    if (begun.length > 0) await tell(tx, kind, now.toISOString(), notice, now);
    return begun.length > 0;
  });
}

/** @returns false if another server told of it meanwhile, or it is over */
export function tellAgain(
  kind: AlertKind,
  { toldAt }: Alert,
  detail: string,
  notice: Notice,
  now: Date,
): Promise<boolean> {
  return db().transaction(async (tx) => {
    const told = await tx
      .update(alerts)
      .set({ detail, seenAt: now, toldAt: now })
      .where(and(eq(alerts.kind, kind), eq(alerts.toldAt, toldAt)))
      .returning();
    if (told.length > 0) await tell(tx, kind, now.toISOString(), notice, now);
    return told.length > 0;
  });
}

/** Notes that the trouble lasts. */
export async function noteAlert(kind: AlertKind, detail: string, now: Date): Promise<void> {
  await db().update(alerts).set({ detail, seenAt: now }).where(eq(alerts.kind, kind));
}

/** @returns false if another server ended it, or saw the trouble again */
export function endAlert(kind: AlertKind, { seenAt }: Alert, notice: Notice, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const ended = await tx
      .delete(alerts)
      .where(and(eq(alerts.kind, kind), eq(alerts.seenAt, seenAt)))
      .returning();
    if (ended.length > 0) await tell(tx, kind, now.toISOString(), notice, now);
    return ended.length > 0;
  });
}
