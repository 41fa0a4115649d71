import { getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { leaveStep } from '@/app/[locale]/(justice)/claims/[draft]/actions';
import { Autosave } from '@/app/[locale]/(justice)/claims/[draft]/autosave';
import { CautionAlerts } from '@/app/[locale]/(justice)/claims/[draft]/caution-alerts';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { type From, fromOf } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { WithPromise } from '@/app/[locale]/(justice)/with-promise';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { StepHeader } from '@/app/ui/layout/step-header';
import { type Caution, cautions } from '@/lib/domain/claim/cautions';
import { type FieldStep, STEPS, type Step } from '@/lib/domain/claim/claim';

/** The params and the query of a step's page. */
export type StepProps = {
  params: Promise<{ draft: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The step that shows a caution. The review shows them all. */
const STEP_OF: Record<Caution, Step> = {
  corporationNeedsLawyer: 'plaintiffs',
  disabilityNeedsLawyer: 'plaintiffs',
  estateNeedsLawyer: 'plaintiffs',
  ordinaryProcedure: 'procedure',
  simplifiedProcedure: 'procedure',
  noticeOfAction: 'type',
};

/**
 * The frame of each step: its number and title, cautions about the answers, and the date that a claim would
 * bear.
 */
export async function StepPage({
  draft: reference,
  step,
  title,
  children,
}: {
  draft: string;
  step: Step;
  title: string;
  children: ReactNode;
}) {
  const { draft, profile } = await openClaim(reference);
  const called = cautions(draft.answers, profile.contact.kind);
  return (
    <WithPromise>
      <StepHeader n={STEPS.indexOf(step) + 1} m={STEPS.length} title={title} />
      <CautionAlerts
        called={called.filter(({ caution }) => step === 'review' || STEP_OF[caution] === step)}
      />
      {children}
    </WithPromise>
  );
}

type FormProps = {
  action: ComponentProps<typeof PageForm>['action'];
  draft: string;
  step: Step;
  from?: From;
  /** The plaintiff or defendant, on their own page. */
  party?: string;
  /** The saved values of its fields; undefined on a page without fields. */
  values?: Record<string, string>;
  children?: ReactNode;
};

/** The form of a step with Save and continue, and Back. A form with fields also saves itself. */
export async function StepForm({ action, values, children, ...sent }: FormProps) {
  const [t, common] = await Promise.all([getTranslations('claim'), getTranslations('common')]);
  return (
    <PageForm action={action} initial={values}>
      {Object.entries(sent).map(
        ([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />,
      )}
      {children}
      {values && <Autosave savedWord={t('saved')} />}
      <ButtonRow>
        <Button>{t('saveAndContinue')}</Button>
        <Button look="secondary" name="go" value="back">
          {common('back')}
        </Button>
      </ButtonRow>
    </PageForm>
  );
}

/** The page of a step that is one form of fields, filled with the draft's answers. */
export async function FieldStepPage({
  step,
  params,
  searchParams,
  children,
}: StepProps & { step: FieldStep; children: ReactNode }) {
  const [{ draft: reference }, query, t] = await Promise.all([
    params,
    searchParams,
    getTranslations(`claim.${step}`),
  ]);
  const { draft } = await openClaim(reference);
  return (
    <StepPage draft={reference} step={step} title={t('title')}>
      <StepForm
        action={leaveStep}
        draft={reference}
        step={step}
        from={fromOf(query)}
        values={{ ...draft.answers[step] }}
      >
        {children}
      </StepForm>
    </StepPage>
  );
}
