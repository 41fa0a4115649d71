'use server';

import { changePaper, startPaper } from '@/lib/data/claim/paper/paper-drafts';
import { paperFault, paperForm } from '@/lib/domain/claim/draft/paper';
import { contactOf } from '@/lib/domain/contact/contact';
import { instantOf } from '@/lib/domain/court/day';
import { action } from '@/lib/web/action/action';
import { redirectTo, refuse } from '@/lib/web/action/outcome';

/** The field that has to be mended. */
const fieldOf = {
  receivedInFuture: 'receivedTime',
  receivedTooEarly: 'receivedOn',
  enterLateReason: 'lateReason',
} as const;

/** Keeps what a clerk entered of a claim on paper, and leads on to the claim itself. */
export const enter = action(
  { role: 'staff', input: paperForm, limit: 'write' },
  async ({ actor, input, now, courtNow }) => {
    const { draft, receivedOn, receivedTime, lateReason, accountEmail, ...contact } = input;
    const receivedAt = instantOf(receivedOn, receivedTime);
    const fault = paperFault(receivedAt, lateReason, courtNow);
    if (fault) return refuse({ [fieldOf[fault]]: fault });
    const stated = { lateReason, accountEmail, receivedAt: receivedAt.toISOString() };
    const paper = { contact: contactOf(contact), ...stated };
    if (draft) {
      await changePaper(actor, draft, paper, { now, courtNow });
      return redirectTo({ pathname: '/claims/[draft]', params: { draft } });
    }
    const { reference } = await startPaper(actor, paper, { now, courtNow });
    return redirectTo({ pathname: '/claims/[draft]/start', params: { draft: reference } });
  },
);
