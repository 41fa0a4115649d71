import { confirmationHours, type EmailToConfirm, type LinkLetter } from '@/lib/data/email-confirmation';
import { recoveryMinutes } from '@/lib/data/recovery';
import { foldEmail } from '@/lib/domain/email';
import { env } from '@/lib/env';
import { renderConfirmEmail } from '@/lib/mail/confirm-email';
import { renderPasswordLink } from '@/lib/mail/password-link';
import type { Locale } from '@/lib/web/addresses';
import { withinLimit } from '@/lib/web/limit';

/** The messages that carry a token. The link leads to a route that moves it out of the address at once. */
const linkTo = (route: 'confirm-email' | 'recover', token: string, locale: Locale) =>
  `${env.PUBLIC_ORIGIN}/api/${route}/${token}?locale=${locale}`;

/** Asks whoever reads it to confirm the address. */
export const confirmLetter =
  (locale: Locale): LinkLetter =>
  (token) =>
    renderConfirmEmail({ url: linkTo('confirm-email', token, locale), hours: confirmationHours }, locale);

/** Whether a link may be sent to the address once more: nobody fills another's mailbox through us. */
export function mayMailLink(address: string): Promise<boolean> {
  return withinLimit('recover-one', `link/${foldEmail(address)}`);
}

/** The address to be confirmed. Who registers is never kept from it by the links that others had sent there. */
export async function toConfirm(address: string, locale: Locale): Promise<EmailToConfirm> {
  return { address, letter: (await mayMailLink(address)) ? confirmLetter(locale) : undefined };
}

/** Leads to the security questions. */
export const passwordLetter = (locale: Locale) => (token: string) =>
  renderPasswordLink({ url: linkTo('recover', token, locale), minutes: recoveryMinutes }, locale);
