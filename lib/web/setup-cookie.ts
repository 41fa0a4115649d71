import { z } from 'zod';
import { setupMinutes } from '@/lib/data/authenticators';
import { encryptedCookie } from '@/lib/web/encrypted-cookie';

/** An authenticator app that is being set up, sealed by the data, and where its owner goes on to afterwards. */
export const {
  keep: keepSetup,
  kept: keptSetup,
  forget: forgetSetup,
} = encryptedCookie(
  'set-up',
  z.object({ setup: z.string(), next: z.string().optional() }),
  setupMinutes * 60,
);
