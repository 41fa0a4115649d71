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
  const [t, disabilities, guardians, organisations, representations] = await Promise.all([
    getTranslations('claim'),
    getTranslations('underDisability'),
    getTranslations('guardianKind'),
    getTranslations('organisationKind'),
    getTranslations('representation'),
  ]);
  const { organisationKind, underDisability, guardianKind = 'person', representation } = party;
  const person = isUnderDisability(party) && [
    t('review.underDisability', { answer: disabilities(`${underDisability}`) }),
    party.role === 'plaintiff' &&
      t('review.guardian', {
        name: [party.guardianName, guardians(guardianKind)].filter(Boolean).join(', '),
      }),
  ];
  const lawyer = representation === 'lawyer' && [
    [party.lawyerName, party.lawyerFirm, party.lawyerNumber].filter(Boolean).join(', '),
    [party.lawyerPhone, party.lawyerEmail].filter(Boolean).join(', '),
  ];
  const lines = [
    typedName(party) || t(`${party.role}s.unnamed`),
    party.kind === 'organisation' && organisationKind && organisations(organisationKind),
    party.alsoKnownAs && t('review.alsoKnownAs', { name: party.alsoKnownAs }),
    ...(person || []),
    ...(party.addressUnknown === 'on' ? [t('review.unknownAddress')] : await addressLines(party)),
    party.phone,
    party.email,
    representation && representations(representation),
    ...(lawyer || []),
  ];
  return lines.filter(Boolean).join('\n');
}
