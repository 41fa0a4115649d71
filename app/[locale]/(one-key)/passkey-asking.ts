'use server';

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { isOwnerConfirmed } from '@/lib/data/confirmation';
import { askForPasskey, offerPasskey } from '@/lib/data/passkeys';
import { systemNow } from '@/lib/services/clock';
import { withinLimit } from '@/lib/web/limit';
import { isFromOurPages } from '@/lib/web/origin';
import { keepChallenge } from '@/lib/web/passkey-cookie';
import { currentActor, pendingSession } from '@/lib/web/session';
import { visitorKey } from '@/lib/web/visitor';

/** What the buttons of passkeys ask before the browser does its part; null when it may not be asked now. */

async function mayAsk(): Promise<boolean> {
  return isFromOurPages(await headers()) && (await withinLimit('factor', await visitorKey()));
}

async function asking(userId: string | undefined): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await askForPasskey(userId, systemNow());
  await keepChallenge(options.challenge);
  return options;
}

/** For any passkey that the browser keeps for us. */
export async function askAnyPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  return (await mayAsk()) ? asking(undefined) : null;
}

/** For one of the person who is signed in, or whose password was right. */
export async function askOwnPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const actor = await currentActor();
  const owner = actor.kind === 'user' ? actor : await pendingSession();
  return owner && (await mayAsk()) ? asking(owner.userId) : null;
}

/** For a new one. */
export async function askNewPasskey(): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const actor = await currentActor();
  const now = systemNow();
  if (actor.kind !== 'user' || !(await mayAsk()) || !(await isOwnerConfirmed(actor, now))) return null;
  const options = await offerPasskey(actor, (await getTranslations('frame'))('wordmark'), now);
  await keepChallenge(options.challenge);
  return options;
}
