'use server';

import { z } from 'zod';
import { laterHref } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { getMendedCopy, keepOriginal, takeMendedCopy } from '@/lib/data/claim/mended/mended-copies';
import { mendDocument } from '@/lib/jobs/issuing/mend-document';
import { action } from '@/lib/web/action/action';
import { redirectTo, refuse } from '@/lib/web/action/outcome';

/** Mends a copy of an uploaded document, and leads to the page that shows it. Nothing uses the copy yet. */
export const mend = action(
  { role: 'user', input: z.object({ document: z.string() }), limit: 'write' },
  async ({ actor, input: { document }, now }) => {
    const problem = await mendDocument(actor, document, now);
    if (problem) return refuse(`notMended.${problem}`);
    return redirectTo({ pathname: '/mended-copies/[document]', params: { document } });
  },
);

/** Uses the mended copy of a document, or the file as it was uploaded. */
export const choose = action(
  {
    role: 'user',
    input: z.object({ document: z.string(), use: z.enum(['mended', 'original']) }),
    limit: 'write',
  },
  async ({ actor, input: { document, use }, now }) => {
    const { draft, isLater } = await getMendedCopy(actor, document);
    if (use === 'mended') await takeMendedCopy(actor, document, now);
    else await keepOriginal(actor, document, now);
    return redirectTo(isLater ? laterHref(draft) : stepHref(draft, 'documents'));
  },
);
