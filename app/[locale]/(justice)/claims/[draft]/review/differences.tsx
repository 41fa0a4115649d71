import { getTranslations } from 'next-intl/server';
import { answerWords } from '@/app/[locale]/(justice)/claims/[draft]/answer-words';
import { stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { Alert } from '@/app/ui/display/alert';
import type { DraftAnswers, Step } from '@/lib/domain/claim/claim';
import { fieldDifferences, partyDifferences } from '@/lib/domain/claim/proposals/differences';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { Link } from '@/lib/web/routes/link';

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
