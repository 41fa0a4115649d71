'use server';

import { afterSubmit, sentSubmission } from '@/app/[locale]/(justice)/submitting';
import { submitClaim } from '@/lib/jobs/issuing/submit';
import { action } from '@/lib/web/action/action';

/**
 * Submit. If date or content changed while the page was open, nothing is submitted, and the person certifies
 * the claim again.
 */
export const submit = action(
  { role: 'user', input: sentSubmission, limit: 'submit' },
  async ({ actor, input: { certify: _, ...asked }, now, courtNow, locale }) => {
    const submitted = await submitClaim(actor, { ...asked, locale }, { now, courtNow });
    return afterSubmit(submitted, asked.draft, '/claims/[draft]/review');
  },
);
