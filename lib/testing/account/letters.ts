import { eq } from 'drizzle-orm';
import type { EmailToConfirm } from '@/lib/data/account/email-confirmation';
import { db } from '@/lib/data/db/db';
import { outbox } from '@/lib/data/db/schema/mail';
import type { Letter } from '@/lib/data/mail/outbox';
import type { MailKind } from '@/lib/domain/filing/mail-kind';

/** A message for tests; its text is what it tells. */
export const letter = (text: string): Letter => ({ subject: 'subject', html: text, text });

/** A message for tests whose text is the token that it carries. */
export const tokenLetter = async (token: string) => letter(token);

/** An e-mail address for tests that is to be confirmed. */
export const unconfirmed = (email: string): EmailToConfirm => ({ email, letter: tokenLetter });

/** The messages to an address, oldest first, whatever became of them. */
export const mailTo = (recipient: string) =>
  db().select().from(outbox).where(eq(outbox.recipient, recipient)).orderBy(outbox.createdAt);

/** The token that was last sent to an address by a message of this kind. */
export async function tokenTo(recipient: string, kind: MailKind): Promise<string> {
  const sent = (await mailTo(recipient)).filter((mail) => mail.kind === kind);
  return sent.at(-1)?.text ?? '';
}

/** The messages that saving contact information may send. */
export const contactLetters = { link: tokenLetter, notice: tokenLetter };
