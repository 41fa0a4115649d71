import { z } from 'zod';
import { recoveryMinutes } from '@/lib/data/recovery';
import { encryptedCookie } from '@/lib/web/encrypted-cookie';

const attempt = z.object({
  token: z.string(),
  /** The ID that was typed; '' after a link from an e-mail. */
  oneKeyId: z.string(),
});
export type Attempt = z.infer<typeof attempt>;

/**
 * Where a person stands in the recovery of a password: the one-time token that the next step needs. It is forgotten
 * once the attempt is over.
 */
export const {
  keep: keepAttempt,
  kept: keptAttempt,
  forget: forgetAttempt,
} = encryptedCookie('recovery', attempt, recoveryMinutes * 60);
