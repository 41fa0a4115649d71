import { RateLimiterMemory } from 'rate-limiter-flexible';

/** How often one address may do what costs us or helps a guesser: points within seconds. */
const limits = {
  'sign-in': { points: 300, duration: 300 },
  /** Also for those who pass by the form and ask the sign-in endpoint itself. */
  'check-password': { points: 300, duration: 300 },
  'sign-up': { points: 200, duration: 3600 },
  recover: { points: 60, duration: 600 },
  'recover-one': { points: 10, duration: 3600 },
  /** Questions to the register of issued documents. */
  verify: { points: 30, duration: 60 },
  /** Downloads of the register, each of which may be long. */
  'download-register': { points: 30, duration: 600 },
  write: { points: 600, duration: 300 },
} as const;

export type LimitName = keyof typeof limits;

const limiters = new Map(
  Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory({ keyPrefix: name, ...limit })]),
);

/** Counts one try. @returns whether it is still within the limit */
export async function withinLimit(name: LimitName, key: string): Promise<boolean> {
  const limiter = limiters.get(name);
  if (!limiter) return true;
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}
