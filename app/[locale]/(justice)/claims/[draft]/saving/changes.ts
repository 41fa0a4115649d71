import { getLocale, getTranslations } from 'next-intl/server';
import { answerWords } from '@/app/[locale]/(justice)/claims/[draft]/answer-words';
import { ChangedElsewhere } from '@/lib/data/claim/answers';
import { type PartyField, plaintiffForm } from '@/lib/domain/claim/party';
import { systemNow } from '@/lib/services/clock';
import { type Outcome, showChanges } from '@/lib/web/action/outcome';
import { whenSaved } from '@/lib/web/action/saved-words';

/** What another page saved meanwhile, field by field, for the form that was not saved. Any other error is thrown on. */
export async function changesOf(error: unknown): Promise<Outcome> {
  if (!(error instanceof ChangedElsewhere)) throw error;
  const [t, locale] = [await getTranslations('claim'), await getLocale()];
  const [labelOf, nameOf] = [await fieldLabels(), await answerWords()];
  const words = (field: string, value: string) => (value ? nameOf(field, value) : t('changed.nothing'));
  const when = whenSaved(t, error.at, systemNow(), locale);
  return showChanges({
    version: error.version,
    intro: t('changed.intro', { when }),
    rows: error.fields.map(({ field, yours, saved }) => ({
      label: labelOf(field),
      yours: t('changed.yours', { value: words(field, yours) }),
      saved: t('changed.saved', { when, value: words(field, saved) }),
    })),
  });
}

/** What another page saved of a party meanwhile, for the list that was to remove it. Any other error is thrown on. */
export async function changesOfRemoved(error: unknown): Promise<Outcome> {
  if (!(error instanceof ChangedElsewhere)) throw error;
  const [t, locale] = [await getTranslations('claim'), await getLocale()];
  const [labelOf, nameOf] = [await fieldLabels(), await answerWords()];
  const when = whenSaved(t, error.at, systemNow(), locale);
  return showChanges({
    version: error.version,
    intro: t('changed.removal.intro', { when }),
    rows: error.fields.map(({ field, saved }) => ({
      label: labelOf(field),
      saved: nameOf(field, saved),
    })),
  });
}

/** The labels of the fields of steps and of parties. */
async function fieldLabels(): Promise<(field: string) => string> {
  const t = await getTranslations('claim');
  const steps: Record<string, string> = {
    documentType: t('type.documentType'),
    ownNumber: t('type.ownNumber'),
    court: t('court.title'),
    nature: t('nature.title'),
    procedure: t('procedure.title'),
    classProceeding: t('procedure.class'),
    language: t('language.title'),
  };
  return (field) => steps[field] ?? (isPartyField(field) ? t(`party.${field}`) : field);
}

const isPartyField = (field: string): field is PartyField => field in plaintiffForm.shape;
