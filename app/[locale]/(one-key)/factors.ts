import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { z } from 'zod';
import type { Factor, Given } from '@/lib/data/sign-in/factors';
import type { PasskeyAnswer } from '@/lib/data/sign-in/passkeys';
import type { oneTimeCodeForm, passkeyForm, recoveryCodeForm } from '@/lib/domain/sign-in/second-step';
import { renderAccountChanged } from '@/lib/mail/account/account-changed';
import { redirectBack, redirectTo, refuse } from '@/lib/web/action/outcome';
import { takeChallenge } from '@/lib/web/cookies/cookies';
import { nextPath } from '@/lib/web/routes/next-path';
import type { Locale } from '@/lib/web/routes/paths';
import { adoptSession } from '@/lib/web/session/open-session';

/** Reads a factor from its form, and sends the person who gave it on. */

export const codeFactor = ({ oneTimeCode }: z.output<typeof oneTimeCodeForm>): Factor => ({
  kind: 'code',
  code: oneTimeCode,
});

export async function recoveryCodeFactor(
  { recoveryCode }: z.output<typeof recoveryCodeForm>,
  { now, locale }: { now: Date; locale: Locale },
): Promise<Factor> {
  const notice = await renderAccountChanged('code-used', now, locale);
  return { kind: 'recovery-code', code: recoveryCode, notice };
}

/** The answer of this browser's passkey to the challenge that the browser was given. */
export async function passkeyAnswer({
  passkeyResponse,
}: z.output<typeof passkeyForm>): Promise<PasskeyAnswer> {
  // The type is the sender's claim. The library checks the shape before the signature.
  return {
    challenge: await takeChallenge(),
    response: passkeyResponse as unknown as AuthenticationResponseJSON,
  };
}

const wrong: Record<Factor['kind'], ReturnType<typeof refuse>> = {
  code: refuse({ oneTimeCode: 'oneTimeCodeWrong' }),
  'recovery-code': refuse({ recoveryCode: 'recoveryCodeWrong' }),
  passkey: refuse({ passkeyResponse: 'passkeyFailed' }),
};

/** Goes on to `next`, reports the fault, or asks the person to sign in again. */
export async function afterFactor(given: Given, { kind }: Factor, next: string | undefined) {
  const path = nextPath(next);
  if (given === 'wrong') return wrong[kind];
  if (given === 'over') {
    return redirectTo({ pathname: '/sign-in', query: { ended: '1', ...(path && { next: path }) } });
  }
  await adoptSession(given);
  return path ? redirectBack(path) : redirectTo('/services');
}
