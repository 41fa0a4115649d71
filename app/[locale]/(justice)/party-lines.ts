import { getLocale, getTranslations } from 'next-intl/server';
import type { PartyAnswers } from '@/lib/domain/claim/claim';
import {
  GUARDIAN_KINDS,
  isUnderDisability,
  ORGANISATION_KINDS,
  partyName,
  REPRESENTATIONS,
} from '@/lib/domain/claim/party';
import { provincesOf } from '@/lib/domain/contact/places';
import { isOneOf } from '@/lib/domain/text';

type PartialAddress = Partial<Record<'address' | 'city' | 'province' | 'postalCode' | 'country', string>>;

/** The lines of an address as on an envelope, as far as it is known. */
export async function postalAddressLines({
  address,
  city,
  province = '',
  postalCode,
  country = '',
}: PartialAddress) {
  const [t, locale] = [await getTranslations('province'), await getLocale()];
  const place = isOneOf(provincesOf(country) ?? [], province) ? t(province) : province;
  const countries = new Intl.DisplayNames(`${locale}-CA`, { type: 'region', fallback: 'none' });
  const inCountry = /^[A-Z]{2}$/.test(country) ? countries.of(country) : country;
  return [address, [city, place, postalCode].filter(Boolean).join(', '), inCountry].filter(Boolean);
}

/** All known facts about a party, one a line. */
export async function partyLines(party: PartyAnswers): Promise<string> {
  const [t, organisations] = [await getTranslations('claim'), await getTranslations('organisationKind')];
  const lines = [
    partyName(party) || t(`${party.role}s.unnamed`),
    party.kind === 'organisation' &&
      isOneOf(ORGANISATION_KINDS, party.organisationKind) &&
      organisations(party.organisationKind),
    party.alsoKnownAs && t('review.alsoKnownAs', { name: party.alsoKnownAs }),
    ...(isUnderDisability(party) ? await disabilityLines(party) : []),
    ...(party.addressUnknown === 'on' ? [t('review.unknownAddress')] : await postalAddressLines(party)),
    party.phone,
    party.email,
    ...(await representationLines(party)),
  ];
  return lines.filter(Boolean).join('\n');
}

async function disabilityLines({
  role,
  underDisability,
  guardianKind = 'person',
  guardianName,
}: PartyAnswers) {
  const [t, kinds] = [await getTranslations('claim.review'), await getTranslations('guardianKind')];
  const guardian = [
    guardianName,
    guardianKind !== 'person' && isOneOf(GUARDIAN_KINDS, guardianKind) && kinds(guardianKind),
  ]
    .filter(Boolean)
    .join(', ');
  return [
    t(underDisability === 'minor' ? 'minor' : 'underDisability'),
    role === 'plaintiff' && t('guardian', { name: guardian }),
  ];
}

async function representationLines({ representation, ...party }: PartyAnswers) {
  const [t, words] = [await getTranslations('claim.review'), await getTranslations('representation')];
  if (!isOneOf(REPRESENTATIONS, representation)) return [];
  if (representation === 'unknown') return [t('unknownRepresentation')];
  if (representation !== 'lawyer') return [words(representation)];
  return [
    words(representation),
    [party.lawyerName, party.lawyerFirm, party.lawyerNumber].filter(Boolean).join(', '),
    [party.lawyerPhone, party.lawyerEmail].filter(Boolean).join(', '),
  ];
}
