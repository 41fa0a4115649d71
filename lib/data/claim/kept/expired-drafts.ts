import { addDays } from 'date-fns';
import { and, eq, gte, isNull, lt, or, sql } from 'drizzle-orm';
import { withFreeOwner } from '@/lib/data/access/free-owners';
import { record } from '@/lib/data/audit/audit';
import { markDeleted } from '@/lib/data/claim/drafts';
import { db, type Tx } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { TOLD_DAYS } from '@/lib/domain/claim/draft/kept-until';

/** Drafts that nobody saved for long: their filer is told, and two weeks later they go. All by the system's time. */

type Asked = { days: number; now: Date };

/** What the message about a draft's end tells. */
export type Expiring = { reference: string; until: Date; locale: 'en' | 'fr' };

/** As many are taken at a time. */
const most = 100;

/**
 * Locks unfinished drafts that were saved last before an instant, and their owners' accounts, so that nobody sets a legal
 * hold meanwhile. Those under one stay out, and what another server is at.
 */
async function lockUnsaved(tx: Tx, before: Date, which: ReturnType<typeof and>) {
  const rows = await tx
    .select({ id: drafts.id, reference: drafts.reference, answers: drafts.answers, owner: users.id })
    .from(drafts)
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .innerJoin(users, eq(users.id, profiles.userId))
    .where(
      and(
        lt(drafts.updatedAt, before),
        isNull(drafts.submittedAt),
        isNull(drafts.deletedAt),
        isNull(users.legalHold),
        which,
      ),
    )
    .limit(most)
    .for('update', { of: drafts, skipLocked: true });
  return withFreeOwner(tx, rows);
}

/**
 * Tells the owners of drafts that end in two weeks, once for each last save, at their verified e-mail addresses.
 * @returns how many
 */
export function tellOfExpiry(
  { days, now }: Asked,
  letter: (draft: Expiring) => Promise<Letter>,
): Promise<number> {
  const until = addDays(now, TOLD_DAYS);
  const untold = or(isNull(drafts.expiryToldAt), lt(drafts.expiryToldAt, drafts.updatedAt));
  return db().transaction(async (tx) => {
    const rows = await lockUnsaved(tx, addDays(now, TOLD_DAYS - days), untold);
    for (const { id, reference, answers, owner } of rows) {
      const locale = answers.language?.language === 'french' ? 'fr' : 'en';
      const told = await letter({ reference, until, locale });
      await tellOwner(tx, owner, { kind: 'draft-expiring', letter: told }, now);
      await tx.update(drafts).set({ expiryToldAt: now }).where(eq(drafts.id, id));
    }
    return rows.length;
  });
}

/**
 * Deletes drafts whose owners were told two weeks ago or earlier, with their documents, whose files the sweeper then takes.
 * @returns how many
 */
export function deleteExpired({ days, now }: Asked): Promise<number> {
  const told = and(
    gte(drafts.expiryToldAt, drafts.updatedAt),
    sql`${drafts.expiryToldAt} <= ${sql.param(addDays(now, -TOLD_DAYS), drafts.expiryToldAt)}`,
  );
  return db().transaction(async (tx) => {
    const rows = await lockUnsaved(tx, addDays(now, -days), told);
    for (const { id, reference } of rows) {
      await markDeleted(tx, id, now);
      await record(tx, { kind: 'system' }, { action: 'expire draft', subject: reference }, now);
    }
    return rows.length;
  });
}
