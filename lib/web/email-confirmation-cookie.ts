import { z } from 'zod';
import { encryptedCookie } from '@/lib/web/encrypted-cookie';

const proof = z.object({ token: z.string() });

/** The token of the link that confirms an e-mail address, from opening the link to pressing the button. */
export const {
  keep: keepProof,
  kept: keptProof,
  forget: forgetProof,
} = encryptedCookie('confirm-email', proof, 60 * 60);
