import { toConfirm } from '@/app/[locale]/letters';
import type { ContactLetters } from '@/lib/data/profiles';
import type { UserActor } from '@/lib/domain/access';
import { renderRecoveryInfoChanged } from '@/lib/mail/recovery-info-changed';
import type { Locale } from '@/lib/web/addresses';
import { withinLimit } from '@/lib/web/limit';

/** The messages that saving contact information may send, in the reader's language. */
export async function contactLetters(
  actor: UserActor,
  address: string,
  now: Date,
  locale: Locale,
): Promise<ContactLetters> {
  const mayMail = await withinLimit('recover', actor.userId);
  return {
    link: mayMail ? (await toConfirm(address, locale)).letter : undefined,
    notice: await renderRecoveryInfoChanged({ what: 'contact', at: now }, locale),
  };
}
