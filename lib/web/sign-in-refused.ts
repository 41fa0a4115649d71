import { CredentialsSignin } from 'next-auth';
import { MustWait, type Refused } from '@/lib/data/errors';

/** Carries through next-auth why a password was not looked at, and in its `code` for how long. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: Refused) {
    super();
    this.code = refusal instanceof MustWait ? `${refusal.key}-${Math.ceil(refusal.seconds)}` : refusal.key;
  }
}

/** The wait that an address of next-auth's page of errors tells of, wherever it stands in a text. */
export function waitIn(text: string): MustWait | undefined {
  const [, key, seconds] = /[?&]code=(tryAgainIn|busy)-(\d+)\b/.exec(text) ?? [];
  return key ? new MustWait(Number(seconds), key === 'busy' ? 'busy' : 'tryAgainIn') : undefined;
}
