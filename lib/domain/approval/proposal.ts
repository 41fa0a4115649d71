import { z } from 'zod';
import { type Actor, can, type Permission, type SensitiveAct } from '@/lib/domain/access/access';
import { CORRECTION_GROUNDS } from '@/lib/domain/claim/later/correction';
import { BEFORE_OPENING } from '@/lib/domain/court/calendar';
import { closureCode } from '@/lib/domain/court/closure';
import { REGIONS } from '@/lib/domain/court/court';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { HOLD_REMEDIES } from '@/lib/domain/filing/holds/asked';
import { RESTRICTIONS } from '@/lib/domain/filing/restriction';
import { type Setting, settingV1 } from '@/lib/domain/settings/setting';

/**
 * What nobody does alone: a person proposes it, and another approves it. Nothing of it can be undone for those
 * whom it touched meanwhile.
 */

const where = z
  .union([z.object({ region: z.enum(REGIONS) }), z.object({ office: z.string() })])
  .exactOptional();
const names = { nameEn: z.string(), nameFr: z.string(), where };
const closureV1 = z.union([
  z.object({ on: z.iso.date(), isHoliday: z.boolean(), ...names }),
  z.object({ month: z.int(), day: z.int(), fromYear: z.int(), ...names }),
]);

/** An uploaded version, and the filing with the document beside which it is filed. */
const correction = {
  ...{
    reference: z.string(),
    correction: z.uuid(),
    document: z.uuid(),
    sha256: z.string(),
    issuedOn: z.iso.date(),
  },
  ...{
    ground: z.enum(CORRECTION_GROUNDS),
    orderedOn: z.union([z.literal(''), z.iso.date()]),
    judge: z.string(),
  },
};

/** The claim that opened the court file, and the file's number. */
const ofFile = { reference: z.string(), fileNumber: z.string() };
/** Upon what staff withdraw a filing: the filer asks for it, or a judge orders it. */
export const WITHDRAWAL_BASES = ['request', 'order'] as const;

/** What a judge ordered, and when. */
const order = { restriction: z.enum(RESTRICTIONS), orderedOn: z.iso.date(), judge: z.string() };

/** A reason for holds, under its code, and the sentences that the filer is told. */
const reason = { code: z.string(), wordsEn: z.string(), wordsFr: z.string() };
/** A version of a setting, from when it holds, and what holds on that day without it; null for the code's own. */
const dated = { setting: settingV1, effectiveOn: z.iso.date(), before: settingV1.nullable() };

/**
 * A proposed change as it is stored: what is to be, and what was when it was proposed. It is only carried out
 * while that still is.
 */
export const changeV1 = z.discriminatedUnion('kind', [
  z.object({
    version: z.literal(1),
    kind: z.literal('add-closure'),
    closure: closureV1,
    /** Why a day is closed that was past already; '' for others. */
    pastReason: z.string().default(''),
  }),
  z.object({ version: z.literal(1), kind: z.literal('remove-closure'), id: z.uuid(), closure: closureV1 }),
  z.object({
    version: z.literal(1),
    kind: z.literal('set-opening-rule'),
    from: z.enum(BEFORE_OPENING),
    to: z.enum(BEFORE_OPENING),
  }),
  z.object({
    version: z.literal(1),
    kind: z.literal('redate-filing'),
    reference: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  z.object({
    version: z.literal(1),
    kind: z.literal('withdraw-filing'),
    reference: z.string(),
    state: z.enum(FILING_STATES),
    issueOn: z.iso.date(),
    /** Null in a proposal from before a basis was asked for. Nobody approves such a one. */
    basis: z.enum(WITHDRAWAL_BASES).nullable().default(null),
    /** The date of the request or of the order. */
    basisOn: z.iso.date().nullable().default(null),
    /** Who made the order; '' for a request. */
    judge: z.string().default(''),
  }),
  z.object({
    ...{ version: z.literal(1), kind: z.literal('restrict-file'), ...ofFile, ...order },
    publicTitle: z.string(),
  }),
  z.object({
    ...{ version: z.literal(1), kind: z.literal('lift-restriction'), ...ofFile, ...order },
    id: z.uuid(),
  }),
  z.object({ version: z.literal(1), kind: z.literal('correct-filing'), ...correction }),
  z.object({
    ...{ version: z.literal(1), kind: z.literal('keep-hold-reason'), ...reason },
    remedy: z.enum(HOLD_REMEDIES),
    activeFrom: z.iso.date(),
    activeUntil: z.iso.date().nullable(),
    /** The version whose place it takes, which ends on the day before. */
    before: z.object({ id: z.uuid(), wordsEn: z.string(), wordsFr: z.string() }).nullable(),
  }),
  z.object({
    ...{ version: z.literal(1), kind: z.literal('end-hold-reason'), id: z.uuid(), ...reason },
    from: z.iso.date().nullable(),
    activeUntil: z.iso.date(),
  }),
  z.object({ version: z.literal(1), kind: z.literal('change-setting'), ...dated }),
  z.object({ version: z.literal(1), kind: z.literal('change-notice'), ...dated }),
]);
export type Change = z.output<typeof changeV1>;
export type ProposalKind = Change['kind'];

/** What a person asks for; what stands at present is read from the rows. */
export type Wish =
  | Pick<Extract<Change, { kind: 'add-closure' }>, 'kind' | 'closure' | 'pastReason'>
  | Pick<Extract<Change, { kind: 'remove-closure' }>, 'kind' | 'id'>
  | Pick<Extract<Change, { kind: 'set-opening-rule' }>, 'kind' | 'to'>
  | Pick<Extract<Change, { kind: 'redate-filing' }>, 'kind' | 'reference' | 'to'>
  | Omit<Extract<Change, { kind: 'withdraw-filing' }>, 'version' | 'state' | 'issueOn'>
  | Omit<Extract<Change, { kind: 'restrict-file' }>, 'version' | 'fileNumber'>
  | Omit<Extract<Change, { kind: 'lift-restriction' }>, 'version' | 'fileNumber' | 'id'>
  | Omit<Extract<Change, { kind: 'correct-filing' }>, 'version' | 'document' | 'sha256' | 'issuedOn'>
  | Omit<Extract<Change, { kind: 'keep-hold-reason' }>, 'version' | 'before'>
  | Pick<Extract<Change, { kind: 'end-hold-reason' }>, 'kind' | 'id' | 'activeUntil'>
  | Omit<Extract<Change, { kind: 'change-setting' }>, 'version' | 'before'>
  | Omit<Extract<Change, { kind: 'change-notice' }>, 'version' | 'before'>;

/**
 * `lapsed`: what it was about had changed when the service was to carry it out. Every state but the first is
 * final.
 */
export type ProposalState = 'proposed' | 'approved' | 'refused' | 'taken-back' | 'lapsed';

/** The permission without which nobody proposes or approves it, and the act that asks for a recent factor. */
export const acts: Record<ProposalKind, { permission: Permission; act: SensitiveAct }> = {
  'add-closure': { permission: 'edit-calendar', act: 'change calendar' },
  'remove-closure': { permission: 'edit-calendar', act: 'change calendar' },
  'set-opening-rule': { permission: 'edit-calendar', act: 'change calendar' },
  'redate-filing': { permission: 'redate-filings', act: 'redate filing' },
  'withdraw-filing': { permission: 'withdraw-filings', act: 'withdraw filing' },
  'restrict-file': { permission: 'restrict-files', act: 'restrict file' },
  'lift-restriction': { permission: 'restrict-files', act: 'restrict file' },
  'correct-filing': { permission: 'correct-filings', act: 'correct filing' },
  'keep-hold-reason': { permission: 'edit-hold-reasons', act: 'change hold reasons' },
  'end-hold-reason': { permission: 'edit-hold-reasons', act: 'change hold reasons' },
  'change-setting': { permission: 'edit-settings', act: 'change settings' },
  'change-notice': { permission: 'edit-notices', act: 'change settings' },
};

/** Whether the actor may approve anything at all. */
export function mayApprove(actor: Actor): boolean {
  return Object.values(acts).some(({ permission }) => can(actor, permission));
}

/** Where an office has one person, the service carries a proposal out so long after it was made. */
export const WAIT_MS = 10 * 60_000;

/** The filing that a change is about, if it is about one. */
export function filingOf(change: Change): string | undefined {
  return 'reference' in change ? change.reference : undefined;
}

/** What a change is about, in the audit log and so that nothing is proposed twice at once. */
export function subjectOf(change: Change): string {
  if ('reference' in change) return change.reference;
  if (change.kind === 'set-opening-rule') return 'opening rule';
  if ('code' in change) return change.code;
  if ('setting' in change) return change.setting.kind;
  return closureCode(change.closure);
}

/** A setting in short. Terms and notices are public texts, whose first words tell which. */
function settingCode(setting: Setting): string {
  switch (setting.kind) {
    case 'fee':
      return `$${setting.dollars}`;
    case 'limits':
      return `$${setting.smallClaims}, $${setting.simplified}`;
    case 'terms':
    case 'notice':
      return setting.en.slice(0, 80) || 'no notice';
  }
}

/** Upon what a filing is withdrawn, or from when a setting holds, for the audit log; nothing for other changes. */
export function basisOf(change: Change): {
  basis?: string;
  basisOn?: string;
  judge?: string;
  effectiveOn?: string;
} {
  if ('effectiveOn' in change) return { effectiveOn: change.effectiveOn };
  if (change.kind !== 'withdraw-filing' || !change.basis) return {};
  const { basis, basisOn, judge } = change;
  return { basis, basisOn: basisOn ?? '', ...(judge && { judge }) };
}

/** What is before and what is to be after, for the audit log. */
export function beforeAndAfter(change: Change): { before: string; after: string } {
  switch (change.kind) {
    case 'add-closure':
      return { before: 'open', after: 'closed' };
    case 'remove-closure':
      return { before: 'closed', after: 'open' };
    case 'set-opening-rule':
    case 'redate-filing':
      return { before: change.from, after: change.to };
    case 'withdraw-filing':
      return { before: `${change.state}, ${change.issueOn}`, after: 'withdrawn' };
    case 'restrict-file':
      return { before: 'unrestricted', after: change.restriction };
    case 'lift-restriction':
      return { before: change.restriction, after: 'unrestricted' };
    case 'correct-filing':
      return { before: `issued, ${change.issuedOn}`, after: `${change.ground}, ${change.sha256}` };
    case 'keep-hold-reason':
      return { before: change.before?.wordsEn ?? 'nothing', after: change.wordsEn };
    case 'end-hold-reason':
      return { before: change.from ?? 'nothing', after: change.activeUntil };
    case 'change-setting':
    case 'change-notice':
      return {
        before: change.before ? settingCode(change.before) : 'as before the first version',
        after: settingCode(change.setting),
      };
  }
}
