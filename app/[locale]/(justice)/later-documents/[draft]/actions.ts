'use server';

import { z } from 'zod';
import { afterSubmit, sentSubmission } from '@/app/[locale]/(justice)/submitting';
import { NotFound } from '@/lib/data/access/errors';
import { getLater } from '@/lib/data/claim/later/later-drafts';
import { isServiceKind, LATE_GROUNDS, servicesOf } from '@/lib/domain/claim/later/later';
import { partyName } from '@/lib/domain/claim/party';
import { courtDay } from '@/lib/domain/court/calendar';
import { errorKey } from '@/lib/domain/text';
import { submitDocument } from '@/lib/jobs/issuing/submit';
import { action } from '@/lib/web/action/action';
import { refuse } from '@/lib/web/action/outcome';

const input = sentSubmission.extend({
  lateGround: z.enum(LATE_GROUNDS, { error: errorKey('lateGround') }).optional(),
});

/** Submit. If date or content changed while the page was open, nothing is submitted. */
export const submit = action(
  { role: 'user', input, limit: 'submit' },
  async ({ actor, input: { certify: _, lateGround, ...asked }, values, now, courtNow, locale }) => {
    // A draft that was just submitted is no draft any more: sending the form again finds its filing.
    const later = await getLater(actor, asked.draft).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    const { claim, issueOn: issuedOn } = later?.opening ?? {};
    const names = claim?.defendants.map(partyName) ?? [];
    const served =
      later && isServiceKind(later.kind) && issuedOn
        ? servicesOf(values, names, { issuedOn, today: courtDay(courtNow) })
        : null;
    if (served?.ok === false) return refuse(served.fields);
    const statement = { ...(served && { service: served.service }), ...(lateGround && { lateGround }) };
    const submitted = await submitDocument(actor, { ...asked, locale, statement }, { now, courtNow });
    return afterSubmit(submitted, asked.draft, '/later-documents/[draft]');
  },
);
