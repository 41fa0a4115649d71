import { z } from 'zod';
import type { Claim, DraftAnswers } from '@/lib/domain/claim/claim';
import { claimToFile, claimV1, partiesOfClaim } from '@/lib/domain/claim/claim-v1';

/**
 * The form in which a filing keeps its claim, version 2: as version 1, but that the nature stands with the words of the day
 * on which the claim was received, and with the nature that it counted as. A claim is kept so once staff set its nature. It is a legal
 * record: this shape never changes.
 */
export const claimV2 = z.strictObject({
  ...claimV1.shape,
  version: z.literal(2),
  nature: z.strictObject({
    id: z.string(),
    en: z.string(),
    fr: z.string(),
    countsAs: claimV1.shape.nature,
  }),
});

/** A filing's claim in each form that there is. */
export const storedClaim = z.discriminatedUnion('version', [claimV1, claimV2]);
export type StoredClaim = z.output<typeof storedClaim>;

type SetNature = z.output<typeof claimV2>['nature'];

/**
 * The claim in the form for a filing.
 * @param set the nature as staff set it; null where the code's own words hold
 * @throws if the form has moved on from these versions
 */
export function claimAsFiled(claim: Claim, set: SetNature | null): StoredClaim {
  if (!set) return claimToFile(claim);
  const { id, en, fr, countsAs } = set;
  const filed = claimToFile({ ...claim, nature: countsAs });
  return claimV2.parse({ ...filed, version: 2, nature: { id, en, fr, countsAs } });
}

/** The entries by which a filed claim would be made again; `newId` gives each party an id of its own. */
export function answersOfClaim(claim: StoredClaim, newId: () => string): DraftAnswers {
  const { documentType, court, procedure, classProceeding, language } = claim;
  const nature = claim.version === 2 ? claim.nature.id : claim.nature;
  return {
    ...{ type: { documentType }, court: { court }, nature: { nature } },
    ...{ procedure: { procedure, classProceeding }, language: { language } },
    parties: partiesOfClaim(claim).map((party) => ({ ...party, id: newId() })),
  };
}
