import type { MailKind } from '@/lib/domain/filing/mail-kind';
import { type AccountChange, renderAccountChanged } from '@/lib/mail/account/account-changed';
import { renderAccountClosed } from '@/lib/mail/account/account-closed';
import { renderConfirmEmail } from '@/lib/mail/account/confirm-email';
import { renderOneKeyIds } from '@/lib/mail/account/one-key-ids';
import { renderPasswordChanged } from '@/lib/mail/account/password-changed';
import { renderPasswordLink } from '@/lib/mail/account/password-link';
import { type RecoveryChange, renderRecoveryInfoChanged } from '@/lib/mail/account/recovery-info-changed';
import { exampleAt, exampleOrigin } from '@/lib/mail/examples/claim';
import type { Renders } from '@/lib/mail/examples/examples';

const changes = [
  ...(['authenticator-added', 'authenticator-removed', 'passkey-added', 'passkey-removed'] as const),
  ...(['codes-made', 'code-used', 'in-person-code', 'second-steps-reset'] as const),
  ...(['locked', 'unlocked', 'unused-soon', 'unused-locked'] as const),
] satisfies AccountChange[];

const parts = ['email', 'questions', 'contact'] satisfies RecoveryChange[];

const undo = { url: `${exampleOrigin}/api/undo-email/example`, days: 7 };

type AboutAccounts = Extract<
  MailKind,
  | 'one-key-ids'
  | 'password-link'
  | 'password-changed'
  | 'confirm-email'
  | 'recovery-info-changed'
  | 'account-changed'
  | 'account-closed'
>;

/** The messages about accounts, with example data. */
export const accountExamples: Record<AboutAccounts, Renders> = {
  'one-key-ids': {
    plain: (locale) =>
      renderOneKeyIds({ ids: ['zoe.cote', 'zcote-2'], signInUrl: `${exampleOrigin}/${locale}` }, locale),
  },
  'password-link': {
    plain: (locale) =>
      renderPasswordLink({ url: `${exampleOrigin}/api/recover/example`, minutes: 10 }, locale),
  },
  'password-changed': { plain: (locale) => renderPasswordChanged({ at: exampleAt }, locale) },
  'confirm-email': {
    plain: (locale) =>
      renderConfirmEmail({ url: `${exampleOrigin}/api/confirm-email/example`, hours: 24 }, locale),
  },
  'recovery-info-changed': {
    ...Object.fromEntries(
      parts.map((what): [RecoveryChange, Renders[RecoveryChange]] => [
        what,
        (locale) => renderRecoveryInfoChanged({ what, at: exampleAt }, locale),
      ]),
    ),
    undo: (locale) => renderRecoveryInfoChanged({ what: 'email', at: exampleAt, undo }, locale),
  },
  'account-changed': Object.fromEntries(
    changes.map((what): [AccountChange, Renders[AccountChange]] => [
      what,
      (locale) => renderAccountChanged(what, exampleAt, locale),
    ]),
  ),
  'account-closed': { plain: (locale) => renderAccountClosed({ at: exampleAt }, locale) },
};
