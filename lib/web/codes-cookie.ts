import { z } from 'zod';
import { encryptedCookie } from '@/lib/web/encrypted-cookie';

/**
 * New recovery codes on their way to the page that shows them, until its owner says that they are kept. The database
 * holds hashes alone, so no other page can show them.
 */
export const {
  keep: keepCodes,
  kept: keptCodes,
  forget: forgetCodes,
} = encryptedCookie(
  'recovery-codes',
  z.object({ userId: z.string(), codes: z.array(z.string()), next: z.string().optional() }),
  15 * 60,
);
