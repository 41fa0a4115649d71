'use server';

import { z } from 'zod';
import { acceptTerms } from '@/lib/data/account/terms';
import { errorKey } from '@/lib/domain/text';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';

const agreement = z.object({ agree: z.literal('on', { error: errorKey('agreeToTerms') }) });

/** Next: stores the acceptance of the version in force. */
export const accept = action(
  { role: 'user', input: agreement, limit: 'write' },
  async ({ actor, locale, now }) => {
    await acceptTerms(actor, 'justice', locale, now);
    return redirectTo('/register/contact');
  },
);
