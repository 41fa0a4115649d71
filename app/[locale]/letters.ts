import {
  confirmationHours,
  type EmailToConfirm,
  type LinkLetter,
} from '@/lib/data/account/email-confirmation';
import { undoDays } from '@/lib/data/account/email-undo';
import { recoveryMinutes } from '@/lib/data/recovery/recovery';
import { mailboxOf } from '@/lib/domain/contact/email';
import { env } from '@/lib/env';
import { renderConfirmEmail } from '@/lib/mail/account/confirm-email';
import { renderPasswordLink } from '@/lib/mail/account/password-link';
import { renderRecoveryInfoChanged } from '@/lib/mail/account/recovery-info-changed';
import { withinLimit } from '@/lib/web/action/limit';
import type { Locale } from '@/lib/web/routes/paths';

/**
 * The link of a message that carries a token. It leads to a route that moves the token out of the URL at
 * once.
 */
const linkTo = (route: 'confirm-email' | 'recover' | 'undo-email', token: string, locale: Locale) =>
  `${env.PUBLIC_ORIGIN}/api/${route}/${token}?locale=${locale}`;

/** Tells of a changed e-mail address, with the link that takes the change back. */
export const emailChangedLetter =
  (what: 'email' | 'contact', at: Date, locale: Locale): LinkLetter =>
  (token) =>
    renderRecoveryInfoChanged(
      { what, at, undo: { url: linkTo('undo-email', token, locale), days: undoDays } },
      locale,
    );

/** Asks the reader to confirm the e-mail address. */
export const confirmLetter =
  (locale: Locale): LinkLetter =>
  (token) =>
    renderConfirmEmail({ url: linkTo('confirm-email', token, locale), hours: confirmationHours }, locale);

/**
 * Whether another link may be sent to the e-mail address, so that nobody can fill another person's mailbox
 * through us.
 */
export async function mayMailLink(email: string): Promise<boolean> {
  const mailbox = mailboxOf(email);
  return (await withinLimit('recover-one', `link/${mailbox}`)) && withinLimit('mailbox', mailbox);
}

/** The e-mail address to be confirmed. Even if other people had links sent to it, the owner can register. */
export async function toConfirm(email: string, locale: Locale): Promise<EmailToConfirm> {
  return { email, letter: (await mayMailLink(email)) ? confirmLetter(locale) : undefined };
}

/** The letter's link leads to the security questions. */
export const passwordLetter = (locale: Locale) => (token: string) =>
  renderPasswordLink({ url: linkTo('recover', token, locale), minutes: recoveryMinutes }, locale);
