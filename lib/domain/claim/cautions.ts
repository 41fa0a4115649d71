import { type DraftAnswers, partiesOf } from '@/lib/domain/claim/claim';
import { isUnderDisability } from '@/lib/domain/claim/party';
import type { ContactKind } from '@/lib/domain/contact/contact';
import type { IsoDate } from '@/lib/domain/court/day';

/** Warnings that do not stop a filer; messages `caution.*`. */
export type Caution =
  | 'corporationNeedsLawyer'
  | 'disabilityNeedsLawyer'
  | 'estateNeedsLawyer'
  | 'ordinaryProcedure'
  | 'simplifiedProcedure'
  | 'noticeOfAction';

/** The warnings that a draft calls for, complete or not; `contactKind` is the filer's. */
export function cautions(answers: DraftAnswers, contactKind: ContactKind): Caution[] {
  const alone = partiesOf(answers, 'plaintiff').filter(
    ({ representation }) => contactKind === 'individual' || representation === 'self',
  );
  const organisation = (kind: string) =>
    alone.some((party) => party.kind === 'organisation' && party.organisationKind === kind);
  const called: [Caution, boolean][] = [
    // r. 15.01: these must be represented by a lawyer; a corporation may ask the court for leave
    ['corporationNeedsLawyer', organisation('corporation')],
    ['disabilityNeedsLawyer', alone.some(isUnderDisability)],
    ['estateNeedsLawyer', organisation('estate')],
    // r. 76.02: mandatory up to a limit, and the claim must say that it is under Rule 76
    ['ordinaryProcedure', answers.procedure?.procedure === 'ordinary'],
    ['simplifiedProcedure', answers.procedure?.procedure === 'simplified'],
    // r. 14.03(3): the statement of claim (Form 14D) is to be filed within 30 days after the issue
    ['noticeOfAction', answers.type?.documentType === 'form-14c'],
  ];
  return called.filter(([, applies]) => applies).map(([caution]) => caution);
}

/**
 * Up to this many dollars, apart from interest and costs, the simplified procedure is mandatory on a day. r.
 * 76.02
 */
export function simplifiedLimit(on: IsoDate): number {
  return on < '2020-01-01' ? 100_000 : 200_000;
}

/**
 * Up to this many dollars, apart from interest and costs, the Small Claims Court hears a claim on a day. O. Reg. 626/00,
 * s. 1, as amended by O. Reg. 244/09, O. Reg. 343/19 and O. Reg. 42/25; r. 57.05(1)
 */
export function smallClaimsLimit(on: IsoDate): number {
  if (on < '2020-01-01') return 25_000;
  return on < '2025-10-01' ? 35_000 : 50_000;
}
