'use server';

import { fileForm, numberForm } from '@/lib/domain/register/verification-form';
import type { VerificationQuery } from '@/lib/domain/register/verification-query';
import { action } from '@/lib/web/action/action';
import { redirectBack } from '@/lib/web/action/outcome';
import { verificationQueryCookie } from '@/lib/web/cookies/cookies';
import { getPathname } from '@/lib/web/routes/navigation';
import type { Locale } from '@/lib/web/routes/paths';

/**
 * Goes on to the page that shows the result. Its URL can be opened again and reveals nothing about the query.
 */
async function showResult(query: VerificationQuery, now: Date, locale: Locale) {
  await verificationQueryCookie.set({ ...query, at: now.getTime() });
  return redirectBack(`${getPathname({ href: '/verify', locale })}?result=1#result`);
}

export const checkFile = action(
  { role: 'anonymous', input: fileForm, limit: 'verify' },
  async ({ input, now, locale }) => showResult(input, now, locale),
);

export const checkNumber = action(
  { role: 'anonymous', input: numberForm, limit: 'verify' },
  async ({ input, now, locale }) => showResult(input, now, locale),
);
