import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { requireFactor } from '@/lib/data/access/require-factor';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { outages } from '@/lib/data/db/schema/health';
import { isUuid } from '@/lib/data/db/uuid';
import { type Actor, can } from '@/lib/domain/access/access';
import type { Times } from '@/lib/domain/court/calendar';

/**
 * Outages of the service as registrars declare them, by the court's clock. They change no date: the court may extend
 * time (r. 3.02).
 */

export type Outage = typeof outages.$inferSelect;
type Declared = Pick<Outage, 'startedAt' | 'endedAt' | 'whatEn' | 'whatFr'>;

const stands = isNull(outages.retractedAt);

/** The outages that last at an instant, the latest first. Public. */
export async function listLasting(courtNow: Date): Promise<Outage[]> {
  const lasting = and(
    lte(outages.startedAt, courtNow),
    or(isNull(outages.endedAt), gt(outages.endedAt, courtNow)),
  );
  return db().select().from(outages).where(and(lasting, stands)).orderBy(desc(outages.startedAt)).limit(3);
}

/** The last hundred outages whose declarations stand, the latest first. Public. */
export async function listOutages(): Promise<Outage[]> {
  return db().select().from(outages).where(stands).orderBy(desc(outages.startedAt)).limit(100);
}

/** The last hundred outages, with those whose declaration was retracted. @throws NotFound for anyone but a registrar */
export async function listDeclaredOutages(actor: Actor): Promise<Outage[]> {
  if (!can(actor, 'declare-outages')) throw new NotFound('outage');
  return db().select().from(outages).orderBy(desc(outages.startedAt)).limit(100);
}

/** One outage whose declaration stands. Public. @throws NotFound */
export async function getOutage(id: string): Promise<Outage> {
  const [outage] = isUuid(id)
    ? await db()
        .select()
        .from(outages)
        .where(and(eq(outages.id, id), stands))
    : [];
  if (!outage) throw new NotFound('outage');
  return outage;
}

const spanOf = ({ startedAt, endedAt }: Pick<Outage, 'startedAt' | 'endedAt'>) => ({
  started: startedAt.toISOString(),
  ended: endedAt?.toISOString() ?? 'lasts',
});

/**
 * Declares an outage that lasts or is over.
 * @throws NotFound for anyone but a registrar; ConfirmationNeeded; Refused 'outageInFuture'
 */
export async function declareOutage(actor: Actor, declared: Declared, times: Times): Promise<void> {
  const { now, courtNow } = times;
  const declaredBy = requireRegistrar(actor, now);
  const last = declared.endedAt ?? declared.startedAt;
  if (declared.startedAt > courtNow || last > courtNow) throw new Refused('outageInFuture');
  await db().transaction(async (tx) => {
    const ended = declared.endedAt && { endDeclaredBy: declaredBy, endDeclaredAt: now };
    const [made] = await tx
      .insert(outages)
      .values({ ...declared, declaredBy, declaredAt: now, ...ended })
      .returning({ id: outages.id });
    const details = { ...spanOf(declared), reason: declared.whatEn };
    await record(tx, actor, { action: 'declare outage', subject: made?.id ?? '', details }, now);
  });
}

/**
 * Declares when an outage ended. The first declaration stands.
 * @throws NotFound for anyone but a registrar; ConfirmationNeeded; Refused 'outageInFuture', 'untilBeforeFrom',
 *   'outageEnded'
 */
export async function endOutage(actor: Actor, id: string, endedAt: Date, times: Times): Promise<void> {
  const { now, courtNow } = times;
  const endDeclaredBy = requireRegistrar(actor, now);
  const outage = await getOutage(id);
  if (endedAt > courtNow) throw new Refused('outageInFuture');
  if (endedAt <= outage.startedAt) throw new Refused('untilBeforeFrom');
  await db().transaction(async (tx) => {
    const [ended] = await tx
      .update(outages)
      .set({ endedAt, endDeclaredBy, endDeclaredAt: now })
      .where(and(eq(outages.id, id), isNull(outages.endedAt), stands))
      .returning();
    if (!ended) throw new Refused('outageEnded');
    await record(tx, actor, { action: 'end outage', subject: id, details: spanOf(ended) }, now);
  });
}

/**
 * Takes back a declaration that was made in error: nothing public tells it any more, and it has no certificate.
 * @throws NotFound for anyone but a registrar, and for one that was retracted; ConfirmationNeeded
 */
export async function retractOutage(actor: Actor, id: string, reason: string, { now }: Times): Promise<void> {
  const retractedBy = requireRegistrar(actor, now);
  await getOutage(id);
  await db().transaction(async (tx) => {
    const [retracted] = await tx
      .update(outages)
      .set({ retractedAt: now, retractedBy, retraction: reason })
      .where(and(eq(outages.id, id), stands))
      .returning();
    if (!retracted) throw new NotFound('outage');
    const details = { ...spanOf(retracted), what: retracted.whatEn, reason };
    await record(tx, actor, { action: 'retract outage', subject: id, details }, now);
  });
}

function requireRegistrar(actor: Actor, now: Date): string {
  if (!can(actor, 'declare-outages') || actor.kind !== 'user') throw new NotFound('outage');
  requireFactor(actor, 'declare outage', now);
  return actor.userId;
}
