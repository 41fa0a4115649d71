import { emailChangedLetter, toConfirm } from '@/app/[locale]/letters';
import type { ContactLetters } from '@/lib/data/account/profiles';
import type { UserActor } from '@/lib/domain/access/access';
import { withinLimit } from '@/lib/web/action/limit';
import type { Locale } from '@/lib/web/routes/paths';

/** The messages that saving contact information may send, in the reader's language. */
export async function contactLetters(
  actor: UserActor,
  email: string,
  now: Date,
  locale: Locale,
): Promise<ContactLetters> {
  const mayMail = await withinLimit('recover', actor.userId);
  return {
    link: mayMail ? (await toConfirm(email, locale)).letter : undefined,
    notice: emailChangedLetter('contact', now, locale),
  };
}
