'use server';

import { z } from 'zod';
import { submitClaim } from '@/lib/jobs/submit';
import { action, redirectTo } from '@/lib/web/action';

const input = z.object({
  draft: z.string(),
  /** Of this rendering of the form. */
  key: z.uuid({ error: 'submitAgain' }),
  /** The date that the page promised. */
  promised: z.iso.date({ error: 'submitAgain' }),
  /** The hash of the content that the page showed. */
  seen: z.hash('sha256', { error: 'submitAgain' }),
  certify: z.literal('on', { error: 'certify' }),
});

/** Submit. When date or content changed while the page was open nothing is submitted: the person certifies it anew. */
export const submit = action(
  { role: 'user', input, limit: 'submit' },
  async ({ actor, input: { certify: _, ...asked }, now, courtNow, locale }) => {
    const submitted = await submitClaim(actor, { ...asked, locale }, { now, courtNow });
    if (submitted.kind !== 'submitted') {
      const [params, changed] = [{ draft: asked.draft }, submitted.kind.replace('-changed', '')];
      return redirectTo({ pathname: '/claims/[draft]/review', params, query: { changed } });
    }
    const params = { reference: submitted.reference };
    return redirectTo({ pathname: '/transactions/[reference]/confirmation', params });
  },
);
