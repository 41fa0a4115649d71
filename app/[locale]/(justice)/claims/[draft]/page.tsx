import { getTranslations } from 'next-intl/server';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { paperPromise } from '@/app/[locale]/(justice)/claims/[draft]/paper-date';
import { SavedAt } from '@/app/[locale]/(justice)/claims/[draft]/saving/saved-at';
import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { checkHref, stepHref, stepToResume } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { WithPromise } from '@/app/[locale]/(justice)/with-promise';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { isReady, listDocuments } from '@/lib/data/claim/documents/documents';
import { STEPS, type Step } from '@/lib/domain/claim/claim';
import { type Progress, stepState } from '@/lib/domain/claim/progress';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { Link } from '@/lib/web/routes/link';

export const generateMetadata = pageTitle('claim.taskList');

/** The first page of a claim: its steps, with those that are done and those that are missing. */
export default async function ClaimPage({ params }: Pick<StepProps, 'params'>) {
  const { draft: reference } = await params;
  const { actor, draft } = await openClaim(reference);
  const [t, documents] = [await getTranslations('claim.taskList'), await listDocuments(actor, reference)];
  const progress: Progress = {
    answers: draft.answers,
    uploaded: documents.filter(isReady).map(({ kind }) => kind),
    on: courtDay(courtNow()),
  };
  const isNew = Object.keys(draft.answers).length === 0;
  // What stands in an uploaded claim is proposed before anything is typed.
  const next =
    isNew && progress.uploaded.includes('claim')
      ? checkHref(reference)
      : stepHref(reference, stepToResume(progress, draft.step));
  return (
    <WithPromise heading={<h1>{t('title')}</h1>} office={draft.answers.court?.court} {...paperPromise(draft)}>
      <p className="font-semibold">{t('draft', { reference })}</p>
      <p>{t('saved')}</p>
      <SavedAt draft={draft} />
      <p className="my-8">
        <ButtonLink href={next}>{t(isNew ? 'start' : 'continue')}</ButtonLink>
      </p>
      <h2>{t('steps')}</h2>
      <ol className="border-t border-line">
        {STEPS.map((step, index) => (
          <Task key={step} {...{ reference, step, progress }} n={index + 1} />
        ))}
      </ol>
    </WithPromise>
  );
}

const looks = { completed: 'text-success', inProgress: 'font-semibold', notStarted: 'text-muted' };

async function Task({
  reference,
  step,
  n,
  progress,
}: {
  reference: string;
  step: Step;
  n: number;
  progress: Progress;
}) {
  const [t, states] = [await getTranslations('claim'), await getTranslations('stepState')];
  const state = stepState(progress, step);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line">
      <Link
        href={stepHref(reference, step)}
        className="inline-flex min-h-11 items-center text-link underline hover:text-link-hover"
      >
        {n}. {t(`${step}.title`)}
      </Link>
      <span className={looks[state]}>
        {state === 'completed' && <span aria-hidden="true">✓ </span>}
        {states(state)}
      </span>
    </li>
  );
}
