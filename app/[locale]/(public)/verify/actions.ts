'use server';

import type { Question } from '@/lib/domain/question';
import { fileForm, numberForm } from '@/lib/domain/verification-form';
import { action, redirectBack } from '@/lib/web/action';
import type { Locale } from '@/lib/web/addresses';
import { getPathname } from '@/lib/web/navigation';
import { keepQuestion } from '@/lib/web/question-cookie';

/** Goes on to the page that answers: an address that can be opened again and tells nothing. */
async function answer(question: Question, now: Date, locale: Locale) {
  await keepQuestion({ ...question, at: now.getTime() });
  return redirectBack(`${getPathname({ href: '/verify', locale })}?answer=1#answer`);
}

export const checkFile = action(
  { role: 'anonymous', input: fileForm, limit: 'verify' },
  async ({ input, now, locale }) => answer(input, now, locale),
);

export const checkNumber = action(
  { role: 'anonymous', input: numberForm, limit: 'verify' },
  async ({ input, now, locale }) => answer(input, now, locale),
);
