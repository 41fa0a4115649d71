import { getLocale, getTranslations } from 'next-intl/server';
import { courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import { naturesToday } from '@/app/[locale]/(justice)/claims/[draft]/nature/natures';
import { DOCUMENT_TYPES, LANGUAGES, PROCEDURES } from '@/lib/domain/claim/claim';
import {
  DISABILITIES,
  GUARDIAN_KINDS,
  ORGANISATION_KINDS,
  PARTY_KINDS,
  REPRESENTATIONS,
} from '@/lib/domain/claim/party';
import { provincesOf } from '@/lib/domain/contact/places';
import { isOneOf } from '@/lib/domain/text';
import { courtOffices } from '@/lib/web/live/court-facts';

const YES_NO = ['yes', 'no'] as const;

/** An answer that is one of those offered, by its words; anything else stands as it is. */
const oneOf =
  <Offered extends string>(offered: readonly Offered[], words: (answer: Offered) => string) =>
  (value: string) =>
    isOneOf(offered, value) ? words(value) : value;

/** The words of an answer, by its field. An answer that was never offered stands as it is. */
export async function answerWords(): Promise<(field: string, value: string) => string> {
  const [steps, parties] = [await stepWords(), await partyWords()];
  const words: Partial<Record<string, (value: string) => string>> = { ...steps, ...parties };
  return (field, value) => words[field]?.(value) ?? value;
}

async function stepWords() {
  const [t, types, natures, places, locale, courts] = await Promise.all([
    getTranslations('claim'),
    getTranslations('documentType'),
    naturesToday(),
    getTranslations('claim.court'),
    getLocale(),
    courtOffices(),
  ]);
  return {
    documentType: oneOf(DOCUMENT_TYPES, types),
    nature: (value: string) => natures.wordsOf(value) ?? value,
    procedure: oneOf(PROCEDURES, (one) => t(`procedure.procedures.${one}`)),
    classProceeding: oneOf(YES_NO, (one) => t(`procedure.classes.${one}`)),
    language: oneOf(LANGUAGES, (one) => t(`language.languages.${one}`)),
    court: (value: string) => {
      const court = courts.find(({ id }) => id === value);
      return court ? courtPlace(places, court, locale) : value;
    },
  };
}

async function partyWords() {
  const [t, disabilities, guardians, organisations, representations, provinces, locale] = await Promise.all([
    getTranslations('claim'),
    getTranslations('underDisability'),
    getTranslations('guardianKind'),
    getTranslations('organisationKind'),
    getTranslations('representation'),
    getTranslations('province'),
    getLocale(),
  ]);
  const countries = new Intl.DisplayNames(`${locale}-CA`, { type: 'region' });
  const ticked = oneOf(['on'], () => t('procedure.classes.yes'));
  return {
    kind: oneOf(PARTY_KINDS, (one) => t(`party.kinds.${one}`)),
    underDisability: oneOf(DISABILITIES, disabilities),
    guardianKind: oneOf(GUARDIAN_KINDS, guardians),
    organisationKind: oneOf(ORGANISATION_KINDS, organisations),
    representation: oneOf(REPRESENTATIONS, representations),
    noFirstName: ticked,
    addressUnknown: ticked,
    country: (value: string) => (/^[A-Z]{2}$/.test(value) ? (countries.of(value) ?? value) : value),
    province: oneOf([...(provincesOf('CA') ?? []), ...(provincesOf('US') ?? [])], provinces),
  };
}
