'use server';

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { isOwnerConfirmed } from '@/lib/data/sign-in/confirmation';
import { askForPasskey, offerPasskey } from '@/lib/data/sign-in/passkeys';
import { systemNow } from '@/lib/services/clock';
import { withinLimit } from '@/lib/web/action/limit';
import { passkeyCookie } from '@/lib/web/cookies/cookies';
import { isFromOurPages } from '@/lib/web/http/origin';
import { currentActor, pendingSession } from '@/lib/web/session/session';
import { visitorKeys } from '@/lib/web/session/visitor';

/**
 * Functions for a passkey button, which asks for options before the browser acts. They return null if no
 * options are given now.
 */

/** @param keys who is counted: the visitor's networks, or the session that asks, which no stranger has */
async function mayAsk(keys: string | string[]): Promise<boolean> {
  return isFromOurPages(await headers()) && (await withinLimit('factor', keys));
}

async function asking(userId: string | undefined): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await askForPasskey(userId, systemNow());
  await passkeyCookie.set({ challenge: options.challenge });
  return options;
}

/** Options for any passkey that the browser has for this site. */
export async function askAnyPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  return (await mayAsk(await visitorKeys())) ? asking(undefined) : null;
}

/** Options for a passkey of a person who is signed in, or whose password was right. */
export async function askOwnPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const actor = await currentActor();
  const owner = actor.kind === 'user' ? actor : await pendingSession();
  return owner && (await mayAsk(owner.sessionId)) ? asking(owner.userId) : null;
}

/** Options for a new passkey. */
export async function askNewPasskey(): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const actor = await currentActor();
  const now = systemNow();
  if (actor.kind !== 'user' || !(await mayAsk(actor.sessionId)) || !(await isOwnerConfirmed(actor, now)))
    return null;
  const options = await offerPasskey(actor, (await getTranslations('frame'))('wordmark'), now);
  await passkeyCookie.set({ challenge: options.challenge });
  return options;
}
