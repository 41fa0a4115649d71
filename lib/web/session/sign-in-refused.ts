import { CredentialsSignin } from 'next-auth';
import type { Refused } from '@/lib/data/access/errors';

/** Carries a refusal through next-auth. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: Refused) {
    super();
  }
}
