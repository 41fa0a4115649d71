import { getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { leaveStep } from '@/app/[locale]/(justice)/claims/[draft]/actions';
import { Autosave } from '@/app/[locale]/(justice)/claims/[draft]/autosave';
import { CautionAlerts } from '@/app/[locale]/(justice)/claims/[draft]/caution-alerts';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { paperPromise } from '@/app/[locale]/(justice)/claims/[draft]/paper-date';
import { SavedAt, savedNow } from '@/app/[locale]/(justice)/claims/[draft]/saving/saved-at';
import { SeenVersion, shownVersion } from '@/app/[locale]/(justice)/claims/[draft]/saving/seen-version';
import { type From, fromOf } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { WithPromise } from '@/app/[locale]/(justice)/with-promise';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { StepHeader } from '@/app/ui/layout/step-header';
import { type Caution, cautions } from '@/lib/domain/claim/cautions';
import { type FieldStep, STEPS, type Step } from '@/lib/domain/claim/claim';
import { type Usual, usualFields } from '@/lib/domain/claim/draft/usual';

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
    <WithPromise
      heading={<StepHeader n={STEPS.indexOf(step) + 1} m={STEPS.length} title={title} />}
      {...paperPromise(draft)}
      office={draft.answers.court?.court}
    >
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
  const { draft } = await openClaim(sent.draft);
  return (
    <PageForm action={action} initial={values && { ...values, ...shownVersion(draft) }}>
      {Object.entries(sent).map(
        ([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />,
      )}
      {values && <SeenVersion />}
      {children}
      {values ? (
        <Autosave saved={await savedNow(draft)} compare={t('changed.compare')} />
      ) : (
        <SavedAt draft={draft} />
      )}
      <ButtonRow>
        <Button>{t('saveAndContinue')}</Button>
        <Button look="secondary" name="go" value="back">
          {common('back')}
        </Button>
      </ButtonRow>
    </PageForm>
  );
}

/** The usual answer to a step that nobody has answered yet: it is chosen in the form, and counts once that is saved. */
function usualOf(usual: Usual, step: FieldStep): Record<string, string> {
  const answers: Partial<Record<string, string>> = usualFields(usual);
  return answers[step] ? { [step]: answers[step] } : {};
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
  const { draft, profile } = await openClaim(reference);
  const usual = draft.answers[step] ? {} : usualOf(profile.usual, step);
  return (
    <StepPage draft={reference} step={step} title={t('title')}>
      {Object.keys(usual).length > 0 && <p>{(await getTranslations('claim'))('usual')}</p>}
      <StepForm
        action={leaveStep}
        draft={reference}
        step={step}
        from={fromOf(query)}
        values={{ ...usual, ...draft.answers[step] }}
      >
        {children}
      </StepForm>
    </StepPage>
  );
}
