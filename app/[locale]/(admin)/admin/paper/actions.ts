'use server';

import { changePaper, startPaper } from '@/lib/data/claim/paper/paper-drafts';
import { paperForm } from '@/lib/domain/claim/draft/paper';
import { contactOf } from '@/lib/domain/contact/contact';
import { instantOf } from '@/lib/domain/court/day';
import { action, redirectTo } from '@/lib/web/action/action';

/** Keeps what a clerk entered of a claim on paper, and leads on to the claim itself. */
export const enter = action(
  { role: 'staff', input: paperForm, limit: 'write' },
  async ({ actor, input, now, courtNow }) => {
    const { draft, receivedOn, receivedTime, lateReason, accountEmail, ...contact } = input;
    const receivedAt = instantOf(receivedOn, receivedTime).toISOString();
    const paper = { contact: contactOf(contact), receivedAt, lateReason, accountEmail };
    if (draft) {
      await changePaper(actor, draft, paper, { now, courtNow });
      return redirectTo({ pathname: '/claims/[draft]', params: { draft } });
    }
    const { reference } = await startPaper(actor, paper, { now, courtNow });
    return redirectTo({ pathname: '/claims/[draft]/start', params: { draft: reference } });
  },
);
