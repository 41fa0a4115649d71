import { randomUUID } from 'node:crypto';
import { db } from '@/lib/data/db';
import { profiles, users } from '@/lib/data/schema';
import type { Role, UserActor } from '@/lib/domain/access';
import type { Contact } from '@/lib/domain/contact';

export const contact: Contact = {
  kind: 'individual',
  lastName: 'Tremblay',
  firstName: 'Zoé',
  firm: '',
  address: '12 Example Street',
  city: 'Ottawa',
  country: 'CA',
  province: 'ON',
  postalCode: 'K1A 0A1',
  phone: '613-555-0123',
  extension: '',
  fax: '',
  email: 'zoe@example.org',
};

/** A signed-in person for tests, with a login of their own. */
export async function newPerson(role: Role = 'filer'): Promise<UserActor> {
  const oneKeyId = `person-${randomUUID()}`;
  const [user] = await db()
    .insert(users)
    .values({ oneKeyId, oneKeyIdFolded: oneKeyId, passwordHash: 'none', role })
    .returning();
  if (!user) throw new Error('the person was not stored');
  return { kind: 'user', userId: user.id, role, sessionId: randomUUID() };
}

/** A signed-in person for tests who has a Justice Services Online account. */
export async function newFiler(now: Date): Promise<UserActor> {
  const actor = await newPerson();
  await db().insert(profiles).values({ userId: actor.userId, contact, createdAt: now, updatedAt: now });
  return actor;
}
