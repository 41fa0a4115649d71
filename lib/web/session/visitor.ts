import Bowser from 'bowser';
import { headers } from 'next/headers';
import { knownToken } from '@/lib/data/sign-in/known-devices';
import type { AnonymousActor } from '@/lib/domain/access/access';
import { canonicalIp, networksOf } from '@/lib/domain/sign-in/ip';
import { deviceCookie } from '@/lib/web/cookies/cookies';

/** The IP of the request, which lib/web/http/receive.ts found. */
export async function visitorIp(): Promise<string | undefined> {
  return canonicalIp((await headers()).get('x-forwarded-for') ?? undefined);
}

/** The keys by which an anonymous visitor's requests are counted, the narrowest group of addresses first. */
export async function visitorKeys(): Promise<string[]> {
  return networksOf({ kind: 'anonymous', ip: await visitorIp() });
}

/**
 * The keys by which a visitor's requests about an ID are counted. A known device of the owner counts by itself, so
 * that nobody else can make the owner wait.
 */
export async function visitorKeysFor(foldedId: string): Promise<string[]> {
  const known = await knownToken({ foldedId }, await deviceCookie.get());
  return known ? [`${foldedId} ${known}`] : visitorKeys();
}

/** Browser and system behind a User-Agent header in words, such as "Firefox, Windows"; '' where it tells neither. */
function deviceOf(agent: string | null): string {
  if (!agent) return '';
  const { browser, os } = Bowser.parse(agent.slice(0, 512));
  return [browser.name, os.name].filter(Boolean).join(', ').slice(0, 80);
}

/** The visitor behind this request, treated as not signed in. */
export async function visitor(): Promise<AnonymousActor> {
  return { kind: 'anonymous', ip: await visitorIp(), device: deviceOf((await headers()).get('user-agent')) };
}
