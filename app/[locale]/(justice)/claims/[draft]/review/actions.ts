'use server';

import { z } from 'zod';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { getCalendar } from '@/lib/data/calendar';
import { issueOn } from '@/lib/domain/calendar';
import { submitClaim } from '@/lib/jobs/submit';
import { action, redirectTo } from '@/lib/web/action';

const input = z.object({
  draft: z.string(),
  /** The date that the page promised. */
  promised: z.iso.date(),
  certify: z.literal('on', { error: 'certify' }),
});

/** Submit. When the date moved while the page was open nothing is submitted: the person certifies it anew. */
export const submit = action(
  { role: 'user', input, limit: 'write' },
  async ({ actor, input: { draft, promised }, now, courtNow, locale }) => {
    await openClaim(draft);
    if (promised !== issueOn(courtNow, await getCalendar())) {
      return redirectTo({
        pathname: '/claims/[draft]/review',
        params: { draft },
        query: { date: 'changed' },
      });
    }
    const { reference } = await submitClaim(actor, { draft, locale }, { now, courtNow });
    return redirectTo({ pathname: '/transactions/[reference]/confirmation', params: { reference } });
  },
);
