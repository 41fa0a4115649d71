import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { z } from 'zod';
import type { Factor, Given } from '@/lib/data/factors';
import type { PasskeyAnswer } from '@/lib/data/passkey-answers';
import type { oneTimeCodeForm, passkeyForm, recoveryCodeForm } from '@/lib/domain/second-step';
import { renderAccountChanged } from '@/lib/mail/account-changed';
import { redirectBack, redirectTo, refuse } from '@/lib/web/action';
import type { Locale } from '@/lib/web/addresses';
import { nextPath } from '@/lib/web/next-path';
import { adoptSession } from '@/lib/web/open-session';
import { takeChallenge } from '@/lib/web/passkey-cookie';

/** A factor as a form sent it, and what becomes of the person who gave it. */

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

/** What this browser's passkey answered to the challenge that this browser was given. */
export async function passkeyAnswer({
  passkeyResponse,
}: z.output<typeof passkeyForm>): Promise<PasskeyAnswer> {
  // Its shape is whatever was sent: the library examines it before it looks at the signature.
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

/** Goes on where the person was about to go; or says what was wrong; or has them sign in again. */
export async function afterFactor(given: Given, { kind }: Factor, next: string | undefined) {
  const path = nextPath(next);
  if (given === 'wrong') return wrong[kind];
  if (given === 'too-many') return refuse('tooManyCodes');
  if (given === 'over') {
    return redirectTo({ pathname: '/sign-in', query: { ended: '1', ...(path && { next: path }) } });
  }
  await adoptSession(given);
  return path ? redirectBack(path) : redirectTo('/services');
}
