import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { leaveStep } from '@/app/[locale]/(justice)/claims/[draft]/actions';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { StepForm } from '@/app/[locale]/(justice)/claims/[draft]/step-form';
import { StepPage } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { fromOf } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import type { FieldStep } from '@/lib/domain/claim';

/** The params and the query of a step's page. */
export type StepProps = {
  params: Promise<{ draft: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page of a step that is one form of fields, with what was typed into it. */
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
        typed={{ ...draft.answers[step] }}
      >
        {children}
      </StepForm>
    </StepPage>
  );
}
