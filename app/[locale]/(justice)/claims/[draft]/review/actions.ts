'use server';

import { z } from 'zod';
import { errorKey } from '@/lib/domain/text';
import { submitClaim } from '@/lib/jobs/issuing/submit';
import { action, redirectTo } from '@/lib/web/action/action';

const input = z.object({
  draft: z.string(),
  /** The key of this rendering of the form. */
  key: z.uuid({ error: errorKey('submitAgain') }),
  /** The date that the page promised. */
  promised: z.iso.date({ error: errorKey('submitAgain') }),
  /** The hash of the content that the page showed. */
  seen: z.hash('sha256', { error: errorKey('submitAgain') }),
  certify: z.literal('on', { error: errorKey('certify') }),
});

/**
 * Submit. If date or content changed while the page was open, nothing is submitted, and the person certifies
 * the claim again.
 */
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
