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
import {
  type KeyedKind,
  permissionFor,
  type Setting,
  type SettingKind,
  type SettingOf,
  settingName,
  settingSubject,
} from '@/lib/domain/settings/setting';

/** Of two versions of one day the later holds. */
const newest = [desc(settings.effectiveOn), desc(settings.createdAt)];

/** After every day from which a version holds. */
const LAST_DAY = '9999-12-31';

export type SettingVersion<Kind extends SettingKind> = { since: IsoDate; setting: SettingOf<Kind> };

/** What is in force of a kind: the versions that began by a day. */
const begunBy = (kind: SettingKind, on: IsoDate) =>
  and(eq(settings.kind, kind), lte(settings.effectiveOn, on));

/**
 * The version that staff set and that holds on a day, or null where the code's own does. Public.
 * @param subject which office, nature or name, where there is not one of a kind
 */
export async function findSetting<Kind extends SettingKind>(
  kind: Kind,
  on: IsoDate,
  subject = '',
  tx: Db = db(),
): Promise<SettingVersion<Kind> | null> {
  const [row] = await tx
    .select({ since: settings.effectiveOn, setting: settings.setting })
    .from(settings)
    .where(and(begunBy(kind, on), eq(settings.subject, subject)))
    .orderBy(...newest)
    .limit(1);
  return (row as SettingVersion<Kind> | undefined) ?? null;
}

/** Of each office, nature or name that staff set anything for, the version that holds on a day. Public. */
export async function findSettings<Kind extends KeyedKind>(
  kind: Kind,
  on: IsoDate,
  tx: Db = db(),
): Promise<SettingVersion<Kind>[]> {
  const rows = await tx
    .selectDistinctOn([settings.subject], { since: settings.effectiveOn, setting: settings.setting })
    .from(settings)
    .where(begunBy(kind, on))
    .orderBy(settings.subject, ...newest);
  return rows as SettingVersion<Kind>[];
}

/** The latest of the versions that begin after a day, of each office, nature or name. @throws NotFound */
export async function listAhead<Kind extends KeyedKind>(
  actor: Actor,
  kind: Kind,
  today: IsoDate,
): Promise<SettingVersion<Kind>[]> {
  requireEditor(actor, kind);
  return (await findSettings(kind, LAST_DAY)).filter(({ since }) => since > today);
}

/**
 * One nature or name as it is on a day, or as it will be if it begins later; null if staff set none. Public.
 */
export async function findKept<Kind extends 'nature' | 'closureName'>(
  kind: Kind,
  id: string,
  on: IsoDate,
): Promise<SettingOf<Kind> | null> {
  const found = (await findSetting(kind, on, id)) ?? (await findSetting(kind, LAST_DAY, id));
  return found?.setting ?? null;
}

/** Every version of terms that staff set, by its day. Public, as each was shown to everybody. */
export async function findTerms(since: IsoDate): Promise<SettingOf<'terms'> | null> {
  const found = await findSetting('terms', since);
  return found?.since === since ? found.setting : null;
}

/** The versions of one setting, the latest first, with who proposed and who approved each when. @throws NotFound */
export async function listSettings(actor: Actor, kind: SettingKind, subject = '') {
  requireEditor(actor, kind);
  const approver = alias(users, 'approver');
  return db()
    .select({
      id: settings.id,
      since: settings.effectiveOn,
      setting: settings.setting,
      proposedBy: users.oneKeyId,
      approvedBy: approver.oneKeyId,
      approvedAt: settings.createdAt,
      reason: proposals.reason,
    })
    .from(settings)
    .innerJoin(proposals, eq(proposals.id, settings.proposalId))
    .innerJoin(users, eq(users.id, proposals.proposedBy))
    .leftJoin(approver, eq(approver.id, proposals.decidedBy))
    .where(and(eq(settings.kind, kind), eq(settings.subject, subject)))
    .orderBy(...newest)
    .limit(50);
}
export type ListedSetting = Awaited<ReturnType<typeof listSettings>>[number];

/**
 * What would be replaced by a version from a day on.
 * @param first what holds where staff set nothing, if that is known as a version
 * @throws NotFound; Refused 'settingInPast', 'sameSetting', 'termsDayTaken'
 */
export async function requireSettable(
  actor: Actor,
  setting: Setting,
  { effectiveOn, today, first }: { effectiveOn: IsoDate; today: IsoDate; first: Setting | null },
  tx: Db,
): Promise<Setting | null> {
  requireEditor(actor, setting.kind);
  if (effectiveOn < today) throw new Refused('settingInPast');
  const found = await findSetting(setting.kind, effectiveOn, settingSubject(setting), tx);
  if (setting.kind === 'terms' && found?.since === effectiveOn) throw new Refused('termsDayTaken');
  const before = found?.setting ?? first;
  if (isDeepStrictEqual(before, setting)) throw new Refused('sameSetting');
  return before;
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
  const subject = settingSubject(setting);
  await tx.insert(settings).values({ kind, subject, effectiveOn, setting, proposalId, createdAt: now });
  const details = { effectiveOn };
  await record(tx, actor, { action: 'change setting', subject: settingName(setting), details }, now);
}

function requireEditor(actor: Actor, kind: SettingKind): void {
  if (!can(actor, permissionFor(kind))) throw new NotFound('setting');
}
