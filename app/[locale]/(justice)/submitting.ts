import { z } from 'zod';
import type { Submitted } from '@/lib/data/claim/submission';
import { errorKey } from '@/lib/domain/text';
import { redirectTo } from '@/lib/web/action/outcome';

const again = { error: errorKey('submitAgain') };

/** What a form sends with which a claim, or a later document, is submitted. */
export const sentSubmission = z.object({
  draft: z.string(),
  /** The key of this rendering of the form. */
  key: z.uuid(again),
  /** The date that the page promised. */
  promised: z.iso.date(again),
  /** The hash of the content that the page showed. */
  seen: z.hash('sha256', again),
  certify: z.literal('on', { error: errorKey('certify') }),
});

type Page = '/claims/[draft]/review' | '/later-documents/[draft]';

/** Goes on to the confirmation; or back to the page of the form, which says what changed while it was open. */
export function afterSubmit(submitted: Submitted, draft: string, page: Page) {
  if (submitted.kind !== 'submitted') {
    const changed = submitted.kind.replace('-changed', '');
    return redirectTo({ pathname: page, params: { draft }, query: { changed } });
  }
  const params = { reference: submitted.reference };
  return redirectTo({ pathname: '/transactions/[reference]/confirmation', params });
}
