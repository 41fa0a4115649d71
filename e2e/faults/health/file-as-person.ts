import { fileClaim, registerClaimant } from '../../support/people/claimant';
import { newPerson, type Person } from '../../support/people/person';
import { Visitor } from '../../support/people/visitor';
import type { Court } from '../court';

/** A new person with a confirmed address files a claim. @returns who that is, all that they typed with them */
export async function fileAsPerson(
  court: Court,
  origin: string,
): Promise<{ person: Person; visitor: Visitor; reference: string }> {
  const person = newPerson();
  const visitor = new Visitor(origin);
  await registerClaimant(visitor, person);
  await court.confirmAddresses();
  return { person, visitor, reference: await fileClaim(visitor) };
}
