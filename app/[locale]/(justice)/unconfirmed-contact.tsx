import { sendLinkAgain } from '@/app/[locale]/(justice)/contact-information/actions';
import { UnconfirmedEmail } from '@/app/[locale]/unconfirmed-email';
import { findUnconfirmed } from '@/lib/data/account/email-confirmation';
import type { UserActor } from '@/lib/domain/access/access';

/** Says that the address in the contact information is unconfirmed, and what waits for that. Else shows nothing. */
export async function UnconfirmedContact({ actor }: { actor: UserActor }) {
  const email = await findUnconfirmed(actor, 'contact');
  return email && <UnconfirmedEmail use="contact" email={email} action={sendLinkAgain} />;
}
