import { getLocale, getTranslations } from 'next-intl/server';
import { typedName } from '@/app/[locale]/(justice)/claims/[draft]/party-words';
import type { PartyAnswers } from '@/lib/domain/claim';
import { isUnderDisability } from '@/lib/domain/party';
import { provincesOf } from '@/lib/domain/places';

type TypedAddress = Partial<Record<'address' | 'city' | 'province' | 'postalCode' | 'country', string>>;

/** An address as on an envelope, in lines; of what was typed so far. */
export async function addressLines({ address, city, province = '', postalCode, country = '' }: TypedAddress) {
  const [t, locale] = [await getTranslations('province'), await getLocale()];
  const place = provincesOf(country)?.includes(province) ? t(province) : province;
  const countries = new Intl.DisplayNames(`${locale}-CA`, { type: 'region', fallback: 'none' });
  const inCountry = /^[A-Z]{2}$/.test(country) ? countries.of(country) : country;
  return [address, [city, place, postalCode].filter(Boolean).join(', '), inCountry].filter(Boolean);
}

/** Everything that was answered about a party, in lines. */
export async function partyLines(party: PartyAnswers): Promise<string> {
  const [t, organisations] = [await getTranslations('claim'), await getTranslations('organisationKind')];
  const lines = [
    typedName(party) || t(`${party.role}s.unnamed`),
    party.kind === 'organisation' && party.organisationKind && organisations(party.organisationKind),
    party.alsoKnownAs && t('review.alsoKnownAs', { name: party.alsoKnownAs }),
    ...(isUnderDisability(party) ? await disabilityLines(party) : []),
    ...(party.addressUnknown === 'on' ? [t('review.unknownAddress')] : await addressLines(party)),
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
  const guardian = [guardianName, guardianKind !== 'person' && kinds(guardianKind)]
    .filter(Boolean)
    .join(', ');
  return [
    t(underDisability === 'minor' ? 'minor' : 'underDisability'),
    role === 'plaintiff' && t('guardian', { name: guardian }),
  ];
}

async function representationLines({ representation, ...party }: PartyAnswers) {
  const [t, words] = [await getTranslations('claim.review'), await getTranslations('representation')];
  if (!representation) return [];
  if (representation === 'unknown') return [t('unknownRepresentation')];
  if (representation !== 'lawyer') return [words(representation)];
  return [
    words(representation),
    [party.lawyerName, party.lawyerFirm, party.lawyerNumber].filter(Boolean).join(', '),
    [party.lawyerPhone, party.lawyerEmail].filter(Boolean).join(', '),
  ];
}
