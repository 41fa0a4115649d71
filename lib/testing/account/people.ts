import { randomUUID } from 'node:crypto';
import { db } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import { isStaffRole, type Role, type UserActor } from '@/lib/domain/access/access';
import type { Contact } from '@/lib/domain/contact/contact';

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

/** After every `now` of the tests: a factor that counts as recent. */
const justNow = new Date('2100-01-01T00:00:00Z');

/** A signed-in person for tests, with a login of their own; staff have just given their second factor. */
export async function newPerson(role: Role = 'filer'): Promise<UserActor> {
  const oneKeyId = `person-${randomUUID()}`;
  const [user] = await db()
    .insert(users)
    .values({ oneKeyId, oneKeyIdFolded: oneKeyId, passwordHash: 'none', role })
    .returning();
  if (!user) throw new Error('the person was not stored');
  const confirmedAt = isStaffRole(role) ? justNow : undefined;
  return { kind: 'user', userId: user.id, role, sessionId: randomUUID(), confirmedAt };
}

/** A signed-in person for tests who has a Justice Services Online account, with a confirmed e-mail address. */
export async function newFiler(now: Date): Promise<UserActor> {
  const actor = await newPerson();
  await db().insert(profiles).values({ userId: actor.userId, contact, createdAt: now, updatedAt: now });
  await noteConfirmed(db(), actor.userId, contact.email, now);
  return actor;
}
