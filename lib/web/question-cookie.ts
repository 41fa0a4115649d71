import { z } from 'zod';
import { encryptedCookie } from '@/lib/web/encrypted-cookie';

const question = z.object({
  sha256: z.string().optional(),
  fileNumber: z.string().optional(),
  code: z.string().optional(),
  /** Tells one time of asking from the next, in milliseconds. */
  at: z.number(),
});
export type KeptQuestion = z.infer<typeof question>;

/**
 * What a visitor just asked of the register, kept for the page that answers it, so that no code and no hash stays in
 * an address; the answer itself is read from the register each time.
 */
export const { keep: keepQuestion, kept: keptQuestion } = encryptedCookie('question', question, 10 * 60);
