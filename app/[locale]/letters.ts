import { confirmationHours } from '@/lib/data/email-confirmation';
import { recoveryMinutes } from '@/lib/data/recovery';
import { env } from '@/lib/env';
import { renderConfirmEmail } from '@/lib/mail/confirm-email';
import { renderPasswordLink } from '@/lib/mail/password-link';
import type { Locale } from '@/lib/web/addresses';

/** The messages that carry a token. The link leads to a route that moves it out of the address at once. */
const linkTo = (route: 'confirm-email' | 'recover', token: string, locale: Locale) =>
  `${env.PUBLIC_ORIGIN}/api/${route}/${token}?locale=${locale}`;

/** Asks whoever reads it to confirm the address. */
export const confirmLetter = (locale: Locale) => (token: string) =>
  renderConfirmEmail({ url: linkTo('confirm-email', token, locale), hours: confirmationHours }, locale);

/** Leads to the security questions. */
export const passwordLetter = (locale: Locale) => (token: string) =>
  renderPasswordLink({ url: linkTo('recover', token, locale), minutes: recoveryMinutes }, locale);
