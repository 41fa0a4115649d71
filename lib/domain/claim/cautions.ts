import { type DraftAnswers, partiesOf } from '@/lib/domain/claim/claim';
import { isUnderDisability, partyName } from '@/lib/domain/claim/party';
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

/** A warning, with the names of the parties that call for it, if it is about parties. */
export type CalledCaution = { caution: Caution; parties: string[] };

/** The warnings that a draft calls for, complete or not; `contactKind` is the filer's. */
export function cautions(answers: DraftAnswers, contactKind: ContactKind): CalledCaution[] {
  const alone = partiesOf(answers, 'plaintiff').filter(
    ({ representation = '' }) =>
      representation === 'self' || (representation !== 'lawyer' && contactKind === 'individual'),
  );
  const organisations = (kind: string) =>
    alone.filter((party) => party.kind === 'organisation' && party.organisationKind === kind);
  const about: [Caution, typeof alone][] = [
    // r. 15.01: these must be represented by a lawyer; a corporation may ask the court for leave
    ['corporationNeedsLawyer', organisations('corporation')],
    ['disabilityNeedsLawyer', alone.filter((party) => isUnderDisability(party) && !hasOffice(party))],
    ['estateNeedsLawyer', organisations('estate')],
  ];
  const others: [Caution, boolean][] = [
    // r. 76.02: mandatory up to a limit, and the claim must say that it is under Rule 76
    ['ordinaryProcedure', answers.procedure?.procedure === 'ordinary'],
    ['simplifiedProcedure', answers.procedure?.procedure === 'simplified'],
    // r. 14.03(3): the statement of claim (Form 14D) is to be filed within 30 days after the issue
    ['noticeOfAction', answers.type?.documentType === 'form-14c'],
  ];
  return [
    ...about
      .filter(([, parties]) => parties.length > 0)
      .map(([caution, parties]) => ({ caution, parties: parties.map(partyName) })),
    ...others.filter(([, applies]) => applies).map(([caution]) => ({ caution, parties: [] })),
  ];
}

/** The Children's Lawyer and the Public Guardian and Trustee need no lawyer of their own. r. 7.05(3) */
const hasOffice = ({ guardianKind = 'person' }: { guardianKind?: string }) => guardianKind !== 'person';

/**
 * Up to this many dollars, apart from interest and costs, the simplified procedure is mandatory on a day. r.
 * 76.02
 */
export function simplifiedLimit(on: IsoDate): number {
  return on < '2020-01-01' ? 100_000 : 200_000;
}

/**
 * Up to this many dollars, apart from interest and costs, the Small Claims Court hears a claim on a day. O. Reg. 626/00;
 * $50,000 by O. Reg. 42/25
 */
export function smallClaimsLimit(on: IsoDate): number {
  if (on < '2020-01-01') return 25_000;
  return on < '2025-10-01' ? 35_000 : 50_000;
}
