'use server';

import { z } from 'zod';
import { laterHref, openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { hrefAfter, hrefBefore, stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { listDocuments, removeDocument } from '@/lib/data/claim/documents';
import { getDraft } from '@/lib/data/claim/drafts';
import { missingDocuments } from '@/lib/domain/claim/document';
import { courtDay } from '@/lib/domain/court/calendar';
import { action, redirectTo, refuse } from '@/lib/web/action/action';
import { sentDocuments } from '@/lib/web/action/draft-forms';

/** Save and continue, or Back. The required documents must be there. */
export const leaveDocuments = action(
  { role: 'user', input: sentDocuments, limit: 'write' },
  async ({ actor, input: { draft: reference, step, go, from }, courtNow }) => {
    if (go === 'back') return redirectTo(hrefBefore(reference, step, from));
    const { draft } = await openClaim(reference);
    const ready = (await listDocuments(actor, reference)).filter(({ state }) => state === 'ready');
    const uploaded = ready.map(({ kind }) => kind);
    const missing = missingDocuments(draft.answers, uploaded, courtDay(courtNow));
    return missing.length > 0
      ? refuse(Object.fromEntries(missing.map((kind) => [`file-${kind}`, `documentMissing.${kind}`])))
      : redirectTo(hrefAfter(reference, step, from));
  },
);

/** Remove, beside an uploaded document. */
export const remove = action(
  { role: 'user', input: z.object({ draft: z.string(), document: z.string() }), limit: 'write' },
  async ({ actor, input: { draft, document }, now }) => {
    const { laterKind } = await getDraft(actor, draft);
    await removeDocument(actor, document, now);
    return redirectTo(laterKind ? laterHref(draft) : stepHref(draft, 'documents'));
  },
);
