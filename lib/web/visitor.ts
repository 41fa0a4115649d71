import { headers } from 'next/headers';
import type { AnonymousActor } from '@/lib/domain/access';

/** The address a request came from, as the front server tells it. */
export async function address(): Promise<string | undefined> {
  return (await headers()).get('x-forwarded-for')?.split(',')[0]?.trim();
}

/** What an anonymous visitor's tries are counted by. */
export async function visitorKey(): Promise<string> {
  return (await address()) ?? 'unknown';
}

/** The visitor behind this request as someone who has not signed in. */
export async function visitor(): Promise<AnonymousActor> {
  return { kind: 'anonymous', ip: await address() };
}
