import { expect, it } from 'vitest';
import { DOCUMENT_TYPES } from '@/lib/domain/claim';
import { REGIONS } from '@/lib/domain/court';
import { holidays } from '@/lib/domain/holidays';
import { NATURES } from '@/lib/domain/nature';
import { GUARDIAN_KINDS, ORGANISATION_KINDS } from '@/lib/domain/party';
import { provincesOf } from '@/lib/domain/places';
import { SECURITY_QUESTIONS } from '@/lib/domain/security-question';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';

const lists: [keyof typeof en & keyof typeof fr, readonly string[]][] = [
  ['documentType', DOCUMENT_TYPES],
  ['guardianKind', GUARDIAN_KINDS],
  ['holiday', holidays(2026).map(({ name }) => name)],
  ['nature', NATURES],
  ['organisationKind', ORGANISATION_KINDS],
  ['province', [...(provincesOf('CA') ?? []), ...(provincesOf('US') ?? [])]],
  ['region', REGIONS],
  ['securityQuestion', SECURITY_QUESTIONS],
];

it.each(lists)('every %s has its words in both languages', (name, list) => {
  expect(Object.keys(en[name])).toEqual(expect.arrayContaining([...list]));
  expect(Object.keys(fr[name])).toEqual(expect.arrayContaining([...list]));
});
