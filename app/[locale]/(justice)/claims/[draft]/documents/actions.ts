'use server';

import { z } from 'zod';
import { laterHref, openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { hrefAfter, hrefBefore, stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { isAccepted, listDocuments, removeDocument } from '@/lib/data/claim/documents/documents';
import { cancelUploads, sortDocuments } from '@/lib/data/claim/documents/sort-documents';
import { getDraft } from '@/lib/data/claim/drafts';
import { missingDocuments } from '@/lib/domain/claim/document';
import { sortFiles } from '@/lib/domain/claim/proposals/document-kinds';
import { courtDay } from '@/lib/domain/court/calendar';
import { action } from '@/lib/web/action/action';
import { sentDocuments } from '@/lib/web/action/draft-forms';
import { done, redirectTo, refuse } from '@/lib/web/action/outcome';

/**
 * Save and continue, or Back: says which document each file is. To continue, each file must be one, and the required
 * documents must be there.
 */
export const leaveDocuments = action(
  { role: 'user', input: sentDocuments, limit: 'write' },
  async ({ actor, input: { draft: reference, step, go, from }, values, courtNow }) => {
    const { draft } = await openClaim(reference);
    const documents = await listDocuments(actor, reference);
    const files = documents.filter(isAccepted);
    const { kinds, errors } = sortFiles(files, values);
    const isSorted = Object.keys(errors).length === 0;
    if (isSorted) await sortDocuments(actor, reference, kinds);
    if (go === 'back') return redirectTo(hrefBefore(reference, step, from));
    if (!isSorted) return refuse(errors);
    const missing = missingDocuments(draft.answers, Object.values(kinds), courtDay(courtNow));
    return missing.length > 0
      ? refuse(Object.fromEntries(missing.map((kind) => [`file-${kind}`, `documentMissing.${kind}`])))
      : redirectTo(hrefAfter(reference, step, from));
  },
);

/** Remove, beside a file. */
export const remove = action(
  { role: 'user', input: z.object({ draft: z.string(), document: z.string() }), limit: 'write' },
  async ({ actor, input: { draft, document }, now }) => {
    const { laterKind } = await getDraft(actor, draft);
    await removeDocument(actor, document, now);
    return redirectTo(laterKind ? laterHref(draft) : stepHref(draft, 'documents'));
  },
);

/** Cancel, beside a file that is being sent. */
export const cancelUpload = action(
  { role: 'user', input: z.object({ draft: z.string(), name: z.string() }), limit: 'write' },
  async ({ actor, input: { draft, name }, now }) => {
    await cancelUploads(actor, draft, name, now);
    return done();
  },
);
