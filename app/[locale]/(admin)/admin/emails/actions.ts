'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { mailSearchPage } from '@/app/[locale]/(admin)/admin/emails/search-page';
import { MAIL_SORTS, searchMails } from '@/lib/data/mail/mail-search';
import { resumeSender } from '@/lib/data/mail/mail-sender';
import { mailSearchForm } from '@/lib/domain/filing/mail-search';
import { sortOf } from '@/lib/domain/sorting';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { done, showSearch } from '@/lib/web/action/outcome';

/** Makes the sender try again at once after the provider refused our account. */
export const resume = action(
  { role: 'staff', input: z.object({}), limit: 'write' },
  async ({ actor, now }) => {
    await resumeSender(actor, now);
    wakeWorker();
    refresh();
    return done();
  },
);

/** Searches e-mail. The form is posted, because an address may be typed into it. */
export const search = action(
  { role: 'staff', input: mailSearchForm, limit: 'write' },
  async ({ actor, input: { sort: chosen, ...asked } }) => {
    const sort = sortOf(MAIL_SORTS, chosen);
    return showSearch(await mailSearchPage(await searchMails(actor, { ...asked, sort }), sort));
  },
);
