import Bowser from 'bowser';
import { headers } from 'next/headers';
import type { AnonymousActor } from '@/lib/domain/access';
import { addressGroup, plainAddress } from '@/lib/domain/address-group';

/** The address a request came from, as the front server tells it. */
export async function address(): Promise<string | undefined> {
  const first = (await headers()).get('x-forwarded-for')?.split(',')[0]?.trim();
  return first && plainAddress(first);
}

/** What an anonymous visitor's tries are counted by. */
export async function visitorKey(): Promise<string> {
  return addressGroup((await address()) ?? 'unknown');
}

/** Browser and system behind a User-Agent header in words, such as "Firefox, Windows"; '' where it tells neither. */
export function deviceOf(agent: string | null): string {
  if (!agent) return '';
  const { browser, os } = Bowser.parse(agent.slice(0, 512));
  return [browser.name, os.name].filter(Boolean).join(', ').slice(0, 80);
}

/** The visitor behind this request as someone who has not signed in. */
export async function visitor(): Promise<AnonymousActor> {
  return { kind: 'anonymous', ip: await address(), device: deviceOf((await headers()).get('user-agent')) };
}
