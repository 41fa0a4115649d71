import { z } from 'zod';
import { isReference } from '@/lib/domain/access/reference';
import { courtDay } from '@/lib/domain/court/calendar';
import type { IsoDate } from '@/lib/domain/court/day';
import { errorKey, isOneOf, optional, optionalDay, required, withRules } from '@/lib/domain/text';

/**
 * New versions of an issued document, which the court files beside it. The issued document itself is never changed.
 * A pleading is amended under rule 26; what an order corrects is corrected under r. 59.06.
 */
export const CORRECTION_KINDS = ['amended-document', 'corrected-document'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

export const isCorrection = (kind: string | null): kind is CorrectionKind =>
  CORRECTION_KINDS.some((known) => known === kind);

/**
 * On what a version is filed: r. 26.02(a) without leave before the close of pleadings, (b) on the filed consent of all
 * parties, (c) with leave of the court; or by an order under r. 59.06.
 */
export const CORRECTION_GROUNDS = ['before-close', 'consent', 'leave', 'order'] as const;
export type CorrectionGround = (typeof CORRECTION_GROUNDS)[number];

/** Whether it takes an order of the court, whose date and judge are recorded. */
const takesOrder = (ground: CorrectionGround) => ground === 'leave' || ground === 'order';

export const kindOfGround = (ground: CorrectionGround): CorrectionKind =>
  ground === 'order' ? 'corrected-document' : 'amended-document';

/** What is kept of a correction with its filing. */
export type Correction = {
  /** The reference of the filing whose document it corrects, the date which that bears, and the document's id. */
  of: string;
  issuedOn: IsoDate;
  document: string;
  ground: CorrectionGround;
  /** The date of the order and its judge, where it takes one; else ''. */
  orderedOn: string;
  judge: string;
};

/** The entries of staff's form. `orderFault` says what depends on the day. */
export const correctionForm = withRules(
  z.object({
    reference: z.string().refine(isReference, errorKey('notToBeCorrected')),
    correction: z.uuid({ error: errorKey('correctionGone') }),
    ground: z.enum(CORRECTION_GROUNDS, { error: errorKey('chooseGround') }),
    correctionOrderedOn: optionalDay(),
    correctionJudge: optional(100),
    correctionReason: required('enterReason', 500),
  }),
  ({ ground, correctionOrderedOn, correctionJudge }) => {
    if (!isOneOf(CORRECTION_GROUNDS, ground)) return {};
    if (takesOrder(ground)) {
      return {
        ...(!correctionOrderedOn && { correctionOrderedOn: errorKey('enterDate') }),
        ...(!correctionJudge && { correctionJudge: errorKey('enterJudge') }),
      };
    }
    return {
      ...(correctionOrderedOn && { correctionOrderedOn: errorKey('orderNeedless') }),
      ...(correctionJudge && { correctionJudge: errorKey('orderNeedless') }),
    };
  },
);

/** Why an order of this date can correct no document that bears `issuedOn`: it is after today, or before the document. */
export function orderFault(
  { orderedOn, issuedOn }: Pick<Correction, 'orderedOn' | 'issuedOn'>,
  courtNow: Date,
): 'orderInFuture' | 'orderBeforeIssue' | undefined {
  if (orderedOn === '') return undefined;
  if (orderedOn > courtDay(courtNow)) return 'orderInFuture';
  return orderedOn < issuedOn ? 'orderBeforeIssue' : undefined;
}
