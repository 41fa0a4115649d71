import { getLocale, getTranslations } from 'next-intl/server';
import { courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import { stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { Alert } from '@/app/ui/display/alert';
import { listCourts } from '@/lib/data/court/courts';
import {
  DOCUMENT_TYPES,
  type DraftAnswers,
  LANGUAGES,
  PROCEDURES,
  type Step,
} from '@/lib/domain/claim/claim';
import {
  type FieldDifference,
  fieldDifferences,
  partyDifferences,
} from '@/lib/domain/claim/proposals/differences';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { isOneOf } from '@/lib/domain/text';
import { Link } from '@/lib/web/routes/navigation';

type Line = { step: Step; label: string; typed: string; read: string };

/**
 * Where the answers differ from what the PDF of the claim says, both side by side. In law the PDF prevails, except for
 * the county (r. 4.05.1(5)).
 */
export async function Differences(props: {
  draft: string;
  answers: DraftAnswers;
  reading: ClaimReading | null;
}) {
  const t = await getTranslations('claim.differences');
  const lines = props.reading ? await differentLines(props.answers, props.reading) : [];
  if (lines.length === 0) return null;
  return (
    <Alert look="warning" heading={t('heading')}>
      <p>{t('words')}</p>
      <ul className="list-disc pl-6">
        {lines.map(({ step, label, typed, read }) => (
          <li key={`${step} ${label}`} className="mb-2">
            <Link href={stepHref(props.draft, step, 'review')}>{label}</Link>
            <br />
            {t('typed', { typed })}
            <br />
            {t('read', { read })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

async function differentLines(answers: DraftAnswers, reading: ClaimReading): Promise<Line[]> {
  const [t, claim, nameOf] = [
    await getTranslations('claim.differences'),
    await getTranslations('claim'),
    await answerWords(),
  ];
  const fields = fieldDifferences(answers, reading).map(({ step, field, typed, read }) => ({
    step,
    label: claim(field === 'classProceeding' ? 'procedure.class' : `${step}.title`),
    typed: nameOf(field, typed),
    read: nameOf(field, read),
  }));
  const parties = partyDifferences(answers, reading).map(({ step, typed, read }) => ({
    step,
    label: claim(`${step}.title`),
    typed: typed.join('; ') || t('nobodyElse'),
    read: read.join('; ') || t('nobodyElse'),
  }));
  return [...fields, ...parties];
}

/** The words of an answer, by its field. An answer that was never offered stands as it is. */
async function answerWords() {
  const [claim, types, courtWords, locale, courts] = await Promise.all([
    getTranslations('claim'),
    getTranslations('documentType'),
    getTranslations('claim.court'),
    getLocale(),
    listCourts(),
  ]);
  return (field: FieldDifference['field'], value: string): string => {
    if (field === 'documentType' && isOneOf(DOCUMENT_TYPES, value)) return types(value);
    if (field === 'procedure' && isOneOf(PROCEDURES, value)) return claim(`procedure.procedures.${value}`);
    if (field === 'language' && isOneOf(LANGUAGES, value)) return claim(`language.languages.${value}`);
    if (field === 'classProceeding' && isOneOf(['yes', 'no'] as const, value))
      return claim(`procedure.classes.${value}`);
    const court = courts.find(({ id }) => id === value);
    return field === 'court' && court ? courtPlace(courtWords, court, locale) : value;
  };
}
