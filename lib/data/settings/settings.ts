import { isDeepStrictEqual } from 'node:util';
import { and, desc, eq, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { proposals, settings } from '@/lib/data/db/schema/approval';
import { type Actor, can } from '@/lib/domain/access/access';
import type { IsoDate } from '@/lib/domain/court/day';
import { permissionFor, type Setting, type SettingKind, type SettingOf } from '@/lib/domain/settings/setting';

/** Of two versions of one day the later holds. */
const newest = [desc(settings.effectiveOn), desc(settings.createdAt)];

export type SettingVersion<Kind extends SettingKind> = { since: IsoDate; setting: SettingOf<Kind> };

/** The version that staff set and that holds on a day, or null where the code's own does. Public. */
export async function findSetting<Kind extends SettingKind>(
  kind: Kind,
  on: IsoDate,
  tx: Db = db(),
): Promise<SettingVersion<Kind> | null> {
  const [row] = await tx
    .select({ since: settings.effectiveOn, setting: settings.setting })
    .from(settings)
    .where(and(eq(settings.kind, kind), lte(settings.effectiveOn, on)))
    .orderBy(...newest)
    .limit(1);
  return (row as SettingVersion<Kind> | undefined) ?? null;
}

/** Every version of terms that staff set, by its day. Public, as each was shown to everybody. */
export async function findTerms(since: IsoDate): Promise<SettingOf<'terms'> | null> {
  const found = await findSetting('terms', since);
  return found?.since === since ? found.setting : null;
}

/** The versions of one kind, the latest first, with who proposed and who approved each. @throws NotFound */
export async function listSettings(actor: Actor, kind: SettingKind) {
  requireEditor(actor, kind);
  const approver = alias(users, 'approver');
  return db()
    .select({
      id: settings.id,
      since: settings.effectiveOn,
      setting: settings.setting,
      proposedBy: users.oneKeyId,
      approvedBy: approver.oneKeyId,
      reason: proposals.reason,
    })
    .from(settings)
    .innerJoin(proposals, eq(proposals.id, settings.proposalId))
    .innerJoin(users, eq(users.id, proposals.proposedBy))
    .leftJoin(approver, eq(approver.id, proposals.decidedBy))
    .where(eq(settings.kind, kind))
    .orderBy(...newest)
    .limit(50);
}
export type ListedSetting = Awaited<ReturnType<typeof listSettings>>[number];

/**
 * What would be replaced by a version from a day on.
 * @throws NotFound; Refused 'settingInPast', 'sameSetting', 'termsDayTaken'
 */
export async function requireSettable(
  actor: Actor,
  setting: Setting,
  { effectiveOn, today }: { effectiveOn: IsoDate; today: IsoDate },
  tx: Db,
): Promise<Setting | null> {
  requireEditor(actor, setting.kind);
  if (effectiveOn < today) throw new Refused('settingInPast');
  const before = await findSetting(setting.kind, effectiveOn, tx);
  if (setting.kind === 'terms' && before?.since === effectiveOn) throw new Refused('termsDayTaken');
  if (isDeepStrictEqual(before?.setting, setting)) throw new Refused('sameSetting');
  return before?.setting ?? null;
}

/** Adds a version, in the transaction that approves it. @throws NotFound */
export async function addSetting(
  actor: Actor,
  { setting, effectiveOn, proposalId }: { setting: Setting; effectiveOn: IsoDate; proposalId: string },
  now: Date,
  tx: Tx,
): Promise<void> {
  const { kind } = setting;
  requireEditor(actor, kind);
  await tx.insert(settings).values({ kind, effectiveOn, setting, proposalId, createdAt: now });
  await record(tx, actor, { action: 'change setting', subject: kind, details: { effectiveOn } }, now);
}

function requireEditor(actor: Actor, kind: SettingKind): void {
  if (!can(actor, permissionFor(kind))) throw new NotFound('setting');
}
