import { courts } from '@/drizzle/courts';
import type { ClaimReading, ReadParty } from '@/lib/domain/claim/reading/reading';
import type { Said, WrittenClaim } from '@/lib/testing/claim/written/written';

export const FIELDS = [
  'form',
  'court',
  'language',
  'simplified',
  'amount',
  'parties',
  'capacities',
  'lawyers',
] as const;
export type Field = (typeof FIELDS)[number];
/** A field left out is missing; a proposal that differs is wrong. */
export type Verdict = 'right' | 'missing' | 'wrong';

const same = (given: unknown, wanted: unknown): Verdict => {
  if (given === wanted) return 'right';
  return given === null ? 'missing' : 'wrong';
};

const isSame = (a: string, b: string) =>
  a.replaceAll(/[\s,]+/g, ' ').trim() === b.replaceAll(/[\s,]+/g, ' ').trim();

function partiesVerdict(given: ReadParty[], wanted: Said['parties'], withCapacity: boolean): Verdict {
  const rest = [...given];
  let missing = 0;
  for (const [role, kind, name, capacity = ''] of wanted) {
    const at = rest.findIndex(
      (party) =>
        party.role === role &&
        party.kind === kind &&
        isSame(party.name, name) &&
        (!withCapacity || isSame(party.capacity, capacity)),
    );
    if (at < 0) missing += 1;
    else rest.splice(at, 1);
  }
  if (rest.length > 0) return 'wrong';
  return missing > 0 ? 'missing' : 'right';
}

/** Of the parties that were read: how many are right or wrong, and how many of each are marked to be checked. */
export type Marks = Record<'right' | 'rightMarked' | 'wrong' | 'wrongMarked', number>;

/** Whether each party that was read is one of the claim, and is marked. */
export function marksOf({ said }: WrittenClaim, { parties }: ClaimReading): Marks {
  const marks: Marks = { right: 0, rightMarked: 0, wrong: 0, wrongMarked: 0 };
  for (const party of parties) {
    const is = said.parties.some((wanted) => partiesVerdict([party], [wanted], true) === 'right');
    marks[is ? 'right' : 'wrong'] += 1;
    if (party.isUnsure || party.isRoleUnsure) marks[is ? 'rightMarked' : 'wrongMarked'] += 1;
  }
  return marks;
}

/** What a reading got right of what a claim says. */
export function scored({ said }: WrittenClaim, reading: ClaimReading): Record<Field, Verdict> {
  const court = courts.find(({ id }) => id === reading.court?.id)?.municipality ?? null;
  const numbers = reading.lawyers.map(({ lsoNumber }) => lsoNumber).join();
  return {
    form: same(reading.form, said.form),
    court: same(court, said.court),
    language: same(reading.language, said.language),
    simplified: same(reading.simplified, said.simplified),
    amount: same(reading.amount ? reading.amount.cents / 100 : null, said.amount),
    parties: partiesVerdict(reading.parties, said.parties, false),
    capacities: partiesVerdict(reading.parties, said.parties, true),
    lawyers: numbers === said.lawyers.join() ? 'right' : numbers === '' ? 'missing' : 'wrong',
  };
}
