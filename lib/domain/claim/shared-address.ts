import type { PartyAnswers } from '@/lib/domain/claim/claim';

/** The field of a party's form that names another party of the draft at the same address. */
export const SHARED_ADDRESS = 'sameAddressAs';

const fields = ['address', 'city', 'country', 'province', 'postalCode'] as const;

/** Parties whose address another party can share: those that have one. */
export function addressed(parties: readonly PartyAnswers[], except: string): PartyAnswers[] {
  return parties.filter(
    ({ id, address, addressUnknown }) => id !== except && address && addressUnknown !== 'on',
  );
}

/** The entries of a party with the address of the party that `sameAddressAs` names, if the draft has that one. */
export function withSharedAddress<Entries extends Record<string, string>>(
  entries: Entries,
  parties: readonly PartyAnswers[],
): Entries {
  const other = parties.find(({ id }) => id === entries[SHARED_ADDRESS]);
  if (!other) return entries;
  const shared = fields.map((field) => [field, other[field] ?? '']);
  return { ...entries, addressUnknown: '', ...Object.fromEntries(shared) };
}
