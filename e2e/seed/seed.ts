import { count } from 'drizzle-orm';
import { db } from '../../lib/data/db/db';
import { users } from '../../lib/data/db/schema/account';
import { drafts, filings } from './filings';
import { filer, type Person, register, staff } from './people';

export type Seeded = { people: Person[]; filings: Record<string, string> };

/**
 * Fills the open database with people, drafts and filings in every state, for development.
 * @param environment NODE_ENV
 * @throws in production, and where somebody has an account
 */
export async function seed(environment: string | undefined, now: Date): Promise<Seeded> {
  if (environment === 'production') throw new Error('Seeding is for development: NODE_ENV is production.');
  const [row] = await db().select({ accounts: count() }).from(users);
  if (row?.accounts) throw new Error('Seeding needs an empty database: somebody has an account in this one.');
  const self = await filer('demo-filer', {}, now);
  const lawyer = {
    ...{ kind: 'lawyer' as const, firstName: 'Maude', lastName: 'Okafor', firm: 'Okafor Lavoie LLP' },
    email: 'maude@example.org',
  } as const;
  const counsel = await filer('demo-lawyer', lawyer, now);
  const clerk = await staff('demo-clerk', 'clerk', now);
  const registrar = await staff('demo-registrar', 'registrar', now);
  const administrator = await staff('demo-administrator', 'administrator', now);
  await register(clerk.actor, { email: 'counter@example.org' }, now);
  await drafts(self.actor, now);
  const desk = { clerk: clerk.actor, registrar: registrar.actor, administrator: administrator.actor };
  return {
    people: [self, counsel, clerk, registrar, administrator],
    filings: await filings(counsel.actor, desk, now),
  };
}
