import { findSetting } from '@/lib/data/settings/settings';
import { simplifiedLimit, smallClaimsLimit } from '@/lib/domain/claim/cautions';
import type { IsoDate } from '@/lib/domain/court/day';
import { type IssueFee, issueFee } from '@/lib/domain/court/fee';

/** The fee to issue a claim on a day: the law's as the code knows it, or a later one that staff set. Public. */
export async function getFee(on: IsoDate): Promise<IssueFee> {
  const set = await findSetting('fee', on);
  return issueFee(on, set && { since: set.since, dollars: set.setting.dollars });
}

/** Up to how many dollars the Small Claims Court hears a claim, and the simplified procedure is mandatory. Public. */
export async function getLimits(on: IsoDate): Promise<{ smallClaims: number; simplified: number }> {
  const set = await findSetting('limits', on);
  if (set) return { smallClaims: set.setting.smallClaims, simplified: set.setting.simplified };
  return { smallClaims: smallClaimsLimit(on), simplified: simplifiedLimit(on) };
}
