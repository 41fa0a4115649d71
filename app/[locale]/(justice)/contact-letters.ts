import { confirmLetter } from '@/app/[locale]/letters';
import type { ContactLetters } from '@/lib/data/profiles';
import type { UserActor } from '@/lib/domain/access';
import { foldEmail } from '@/lib/domain/email';
import { renderRecoveryInfoChanged } from '@/lib/mail/recovery-info-changed';
import type { Locale } from '@/lib/web/addresses';
import { withinLimit } from '@/lib/web/limit';

/** The messages that saving contact information may send, in the reader's language. */
export async function contactLetters(now: Date, locale: Locale): Promise<ContactLetters> {
  return {
    link: confirmLetter(locale),
    notice: await renderRecoveryInfoChanged({ what: 'contact', at: now }, locale),
  };
}

/** Whether a link may be sent once more: nobody fills another's mailbox through us. */
export async function mayMailLink(actor: UserActor, address: string): Promise<boolean> {
  return (
    (await withinLimit('recover-one', foldEmail(address))) && (await withinLimit('recover', actor.userId))
  );
}
