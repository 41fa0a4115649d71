import { z } from 'zod';
import { type Actor, can, type Permission, type SensitiveAct } from '@/lib/domain/access/access';
import { BEFORE_OPENING } from '@/lib/domain/court/calendar';
import { closureCode } from '@/lib/domain/court/closure';
import { REGIONS } from '@/lib/domain/court/court';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { RESTRICTIONS } from '@/lib/domain/filing/restriction';

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

/** The claim that opened the court file, and the file's number. */
const ofFile = { reference: z.string(), fileNumber: z.string() };
/** What a judge ordered, and when. */
const order = { restriction: z.enum(RESTRICTIONS), orderedOn: z.iso.date(), judge: z.string() };

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
  }),
  z.object({
    ...{ version: z.literal(1), kind: z.literal('restrict-file'), ...ofFile, ...order },
    publicTitle: z.string(),
  }),
  z.object({
    ...{ version: z.literal(1), kind: z.literal('lift-restriction'), ...ofFile, ...order },
    id: z.uuid(),
  }),
]);
export type Change = z.output<typeof changeV1>;
export type ProposalKind = Change['kind'];

/** What a person asks for; what stands at present is read from the rows. */
export type Wish =
  | Pick<Extract<Change, { kind: 'add-closure' }>, 'kind' | 'closure' | 'pastReason'>
  | Pick<Extract<Change, { kind: 'remove-closure' }>, 'kind' | 'id'>
  | Pick<Extract<Change, { kind: 'set-opening-rule' }>, 'kind' | 'to'>
  | Pick<Extract<Change, { kind: 'redate-filing' }>, 'kind' | 'reference' | 'to'>
  | Pick<Extract<Change, { kind: 'withdraw-filing' }>, 'kind' | 'reference'>
  | Omit<Extract<Change, { kind: 'restrict-file' }>, 'version' | 'fileNumber'>
  | Omit<Extract<Change, { kind: 'lift-restriction' }>, 'version' | 'fileNumber' | 'id'>;

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
  return closureCode(change.closure);
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
  }
}
