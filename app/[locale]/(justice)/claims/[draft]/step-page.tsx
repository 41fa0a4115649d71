import type { ReactNode } from 'react';
import { CautionAlerts } from '@/app/[locale]/(justice)/claims/[draft]/caution-alerts';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { DatePromise } from '@/app/[locale]/date-promise';
import { StepHeader } from '@/app/ui/step-header';
import { type Caution, cautions } from '@/lib/domain/cautions';
import { STEPS, type Step } from '@/lib/domain/claim';

/** Where a caution is shown, beside the review, which shows them all. */
const STEP_OF: Record<Caution, Step> = {
  corporationNeedsLawyer: 'plaintiffs',
  disabilityNeedsLawyer: 'plaintiffs',
  estateNeedsLawyer: 'plaintiffs',
  ordinaryProcedure: 'procedure',
  simplifiedProcedure: 'procedure',
  noticeOfAction: 'type',
};

/** What stands around each step: which one it is, what to know of the answers, and the date a claim would bear. */
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
    <div className="md:grid md:grid-cols-[minmax(0,1fr)_18rem] md:gap-12">
      <div className="min-w-0">
        <StepHeader n={STEPS.indexOf(step) + 1} m={STEPS.length} title={title} />
        <CautionAlerts called={called.filter((caution) => step === 'review' || STEP_OF[caution] === step)} />
        {children}
      </div>
      <div className="mt-8 md:mt-0">
        <DatePromise />
      </div>
    </div>
  );
}
