import { and, desc, eq } from 'drizzle-orm';
import type { Locale } from 'next-intl';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { type TermsKind, termsAcceptances } from '@/lib/data/db/schema/account';
import { findSetting } from '@/lib/data/settings/settings';
import type { UserActor } from '@/lib/domain/access/access';
import { termsVersions } from '@/lib/domain/account/terms';
import { courtDay } from '@/lib/domain/court/calendar';
import type { IsoDate } from '@/lib/domain/court/day';

export type Acceptance = { kind: TermsKind; version: string; locale: Locale; acceptedAt: Date };

/**
 * The version of a set of terms in force: one that staff set is named by the day from which it holds. Public.
 * @param now the system's time
 */
export const termsVersion = (kind: TermsKind, now: Date): Promise<string> =>
  termsVersionOn(kind, courtDay(now));

/** The version in force on a day. Public. */
export async function termsVersionOn(kind: TermsKind, on: IsoDate): Promise<string> {
  const set = kind === 'justice' ? await findSetting('terms', on) : null;
  return set?.since ?? termsVersions[kind];
}

/**
 * Stores that the actor accepted the version in force, and in which language they read it. The first
 * acceptance of a version stands; a second changes nothing.
 * @param now the system's time
 */
export async function acceptTerms(
  actor: UserActor,
  kind: TermsKind,
  locale: Locale,
  now: Date,
): Promise<void> {
  const version = await termsVersion(kind, now);
  await db().transaction(async (tx) => {
    const accepted = await tx
      .insert(termsAcceptances)
      .values({ userId: actor.userId, kind, version, locale, acceptedAt: now })
      .onConflictDoNothing()
      .returning({ version: termsAcceptances.version });
    if (accepted.length === 0) return;
    await record(tx, actor, { action: 'accept terms', subject: kind, details: { version, locale } }, now);
  });
}

/** Whether the actor accepted the version in force. @param now the system's time */
export async function hasAccepted(actor: UserActor, kind: TermsKind, now: Date): Promise<boolean> {
  return hasAcceptedVersion(actor, kind, await termsVersion(kind, now));
}

/** Whether the actor ever accepted a version. Nobody can take that back. */
export async function hasAcceptedVersion(
  { userId }: UserActor,
  kind: TermsKind,
  version: string,
): Promise<boolean> {
  const accepted = await db()
    .select({ version: termsAcceptances.version })
    .from(termsAcceptances)
    .where(
      and(
        eq(termsAcceptances.userId, userId),
        eq(termsAcceptances.kind, kind),
        eq(termsAcceptances.version, version),
      ),
    );
  return accepted.length > 0;
}

/** The actor's acceptances, newest first. */
export function listAcceptances(actor: UserActor): Promise<Acceptance[]> {
  const { kind, version, locale, acceptedAt } = termsAcceptances;
  return db()
    .select({ kind, version, locale, acceptedAt })
    .from(termsAcceptances)
    .where(eq(termsAcceptances.userId, actor.userId))
    .orderBy(desc(acceptedAt));
}
