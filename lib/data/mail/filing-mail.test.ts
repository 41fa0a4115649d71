import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { confirmEmail } from '@/lib/data/account/email-confirmation';
import { saveProfile } from '@/lib/data/account/profiles';
import { acceptTerms } from '@/lib/data/account/terms';
import { db } from '@/lib/data/db/db';
import { confirmedEmails } from '@/lib/data/db/schema/account';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import { leaseMail } from '@/lib/data/mail/outbox';
import type { UserActor } from '@/lib/domain/access/access';
import { visitor } from '@/lib/testing/account/accounts';
import { contactLetters, mailTo, tokenTo } from '@/lib/testing/account/letters';
import { contact, newPerson } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');

/** A person whose contact address nobody has confirmed. */
async function unconfirmed(email: string): Promise<UserActor> {
  const person = await newPerson();
  await acceptTerms(person, 'justice', 'en', now);
  await saveProfile(person, { ...contact, email }, contactLetters, now);
  return person;
}

onDatabase('e-mail about a filing', () => {
  it('waits until its address is confirmed, and is then sent at once', async () => {
    const email = `${randomUUID()}@example.org`;
    const person = await unconfirmed(email);
    const { reference: draft } = await readyDraft(person);
    await submitted(person, { draft, locale: 'en' }, { now, courtNow: now });
    const states = async () => (await mailTo(email)).map(({ kind, state }) => `${kind}: ${state}`);
    expect(await states()).toEqual(['confirm-email: queued', 'claim-issued: unconfirmed']);
    const mayLeave = await leaseMail(new Date(), 100, 1000);
    expect(mayLeave.map(({ kind }) => kind)).not.toContain('claim-issued');
    await confirmEmail(visitor, await tokenTo(email, 'confirm-email'), now);
    expect((await states()).slice(1)).toEqual(['claim-issued: queued']);
  });

  it('does not go out because another account confirmed the same address', async () => {
    const email = `${randomUUID()}@example.org`;
    const [person, other] = [await unconfirmed(email), await newPerson()];
    const { reference: draft } = await readyDraft(person);
    await submitted(person, { draft, locale: 'en' }, { now, courtNow: now });
    await noteConfirmed(db(), other.userId, email, now);
    expect((await mailTo(email)).find(({ kind }) => kind === 'claim-issued')?.state).toBe('unconfirmed');
  });

  it('is known by an address that was confirmed once, however it is written', async () => {
    const person = await newPerson();
    await noteConfirmed(db(), person.userId, 'Zoe@Example.org', now);
    await noteConfirmed(db(), person.userId, 'zoe@example.ORG', now);
    const rows = await db().select().from(confirmedEmails).where(eq(confirmedEmails.userId, person.userId));
    expect(rows.map(({ email }) => email)).toEqual(['zoe@example.org']);
  });
});
