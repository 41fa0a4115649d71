import { type ClaimReading, nothingRead, type ReadParty } from '@/lib/domain/claim/reading/reading';

/** A party as read, with nothing but its name; for a person the last word is the last name. */
export function readParty(
  role: ReadParty['role'],
  kind: ReadParty['kind'],
  name: string,
  more: Partial<ReadParty> = {},
): ReadParty {
  const words = name.split(' ');
  const [lastName, firstName] = [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
  return {
    ...{ role, kind, name, middleName: '', capacity: '', alsoKnownAs: '', page: 1 },
    ...(kind === 'person' ? { lastName, firstName } : { lastName: '', firstName: '' }),
    ...{ organisationName: kind === 'person' ? '' : name, organisationKind: '' as const },
    ...{ underDisability: null, guardianKind: null, guardianName: '' },
    ...more,
  };
}

/** What is read of a statement of claim in Ottawa against a company. */
export const ottawaReading: ClaimReading = {
  ...nothingRead(12, true),
  form: '14A',
  kind: 'claim',
  court: { id: 'ottawa', text: 'at Ottawa', page: 2 },
  language: 'english',
  simplified: false,
  classProceeding: false,
  parties: [
    readParty('plaintiff', 'person', 'Zoé Tremblay'),
    readParty('defendant', 'organisation', 'NORTHERN ELEVATOR INC.', { organisationKind: 'corporation' }),
  ],
};
