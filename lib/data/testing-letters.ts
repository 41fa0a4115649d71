import { eq } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import type { EmailToConfirm } from '@/lib/data/email-confirmation';
import { outbox } from '@/lib/data/schema';
import type { Letter } from '@/lib/data/verified-emails';

/** A message for tests; its text is what it tells. */
export const letter = (text: string): Letter => ({ subject: 'subject', html: text, text });

/** A message for tests whose text is the token that it carries. */
export const tokenLetter = async (token: string) => letter(token);

/** An address for tests that is to be confirmed. */
export const unconfirmed = (address: string): EmailToConfirm => ({ address, letter: tokenLetter });

/** The messages to an address, oldest first, whatever became of them. */
export const mailTo = (recipient: string) =>
  db().select().from(outbox).where(eq(outbox.recipient, recipient)).orderBy(outbox.createdAt);

/** The token that was last sent to an address by a message of this kind. */
export async function tokenTo(recipient: string, kind: 'confirm-email' | 'password-link'): Promise<string> {
  const sent = (await mailTo(recipient)).filter((mail) => mail.kind === kind);
  return sent.at(-1)?.text ?? '';
}

/** The messages that saving contact information may send. */
export const contactLetters = { link: tokenLetter, notice: letter('changed') };
