import { randomUUID } from 'node:crypto';
import { addMinutes } from 'date-fns';
import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import {
  addCopyEmail,
  askCopyAgain,
  confirmedCopies,
  listCopyEmails,
  removeCopyEmail,
} from '@/lib/data/account/copies/copy-emails';
import { confirmEmail, findEmailToConfirm } from '@/lib/data/account/email-confirmation';
import { saveProfile } from '@/lib/data/account/profiles';
import { acceptTerms } from '@/lib/data/account/terms';
import { db } from '@/lib/data/db/db';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import type { UserActor } from '@/lib/domain/access/access';
import { newEmail, now, register, visitor } from '@/lib/testing/account/accounts';
import { contactLetters, mailTo, tokenLetter, tokenTo, unconfirmed } from '@/lib/testing/account/letters';
import { contact } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const password = 'seven green boats at noon';

/** A person with a password and a confirmed address of their own. */
async function registered(): Promise<UserActor & { email: string }> {
  const { userId } = await register({});
  const email = newEmail();
  const person = { kind: 'user', userId, role: 'filer', sessionId: randomUUID() } as const;
  await acceptTerms(person, 'justice', 'en', now);
  await noteConfirmed(db(), userId, email, now);
  await saveProfile(person, { ...contact, email }, contactLetters, now);
  return { ...person, email };
}

async function added(person: UserActor, email = newEmail()): Promise<string> {
  await addCopyEmail(person, unconfirmed(email), password, now);
  return email;
}

async function submit(person: UserActor): Promise<void> {
  const { reference: draft } = await readyDraft(person);
  await submitted(person, { draft, locale: 'en' }, { now, courtNow: now });
}

/** The messages to an address, without the link that confirms it. */
const aboutClaims = async (email: string) =>
  (await mailTo(email))
    .filter(({ kind }) => kind !== 'confirm-email')
    .map(({ kind, state }) => `${kind}: ${state}`)
    .sort();
const sent = ['claim-issued: queued'];

eachDatabase('addresses for copies', () => {
  it('get each message about a claim once they are confirmed by their link, and none before', async () => {
    const person = await registered();
    const [ready, waiting] = [await added(person), await added(person)];
    expect(await confirmedCopies(person)).toEqual([]);
    expect(await confirmEmail(visitor, await tokenTo(ready, 'confirm-email'), now)).toBe(true);
    expect(await confirmedCopies(person)).toEqual([ready]);
    await submit(person);
    expect(await aboutClaims(person.email)).toEqual(sent);
    expect(await aboutClaims(ready)).toEqual(sent);
    expect(await aboutClaims(waiting)).toEqual([]);
    const issued = (await mailTo(ready)).find(({ kind }) => kind === 'claim-issued');
    expect(issued?.attachments.length).toBeGreaterThan(0);
  });

  it('get nothing more at once after they were removed, not even what had not left', async () => {
    const person = await registered();
    const email = await added(person);
    await confirmEmail(visitor, await tokenTo(email, 'confirm-email'), now);
    await submit(person);
    const [copy] = await listCopyEmails(person);
    await removeCopyEmail(person, copy?.id ?? '', now);
    const held = ['claim-issued: unconfirmed'];
    expect(await aboutClaims(email)).toEqual(held);
    await submit(person);
    expect(await aboutClaims(email)).toEqual(held);
    expect(await aboutClaims(person.email)).toHaveLength(2);
  });

  it('keep an address that is also of the account confirmed when the copy is removed', async () => {
    const person = await registered();
    await added(person, person.email);
    await submit(person);
    expect(await aboutClaims(person.email)).toEqual(sent);
    const [copy] = await listCopyEmails(person);
    await removeCopyEmail(person, copy?.id ?? '', now);
    await submit(person);
    expect(await aboutClaims(person.email)).toEqual([...sent, ...sent].sort());
  });

  it('are three at most, each once, and added with the password alone', async () => {
    const person = await registered();
    const add = (email: string, given = password) => addCopyEmail(person, unconfirmed(email), given, now);
    await expect(add(newEmail(), '')).rejects.toThrow('enterCurrentPassword');
    await expect(add(newEmail(), 'wrong')).rejects.toThrow('currentPasswordWrong');
    const first = await added(person);
    await expect(add(first.toUpperCase())).rejects.toThrow('alreadyCopied');
    for (let n = 1; n < 3; n++) await added(person);
    await expect(add(newEmail())).rejects.toThrow('tooManyCopies');
  });

  it('are each asked again by a link of their own, and belong to their own person', async () => {
    const [person, other] = [await registered(), await registered()];
    const [one, two] = [await added(person), await added(person)];
    const [before, untouched] = [await tokenTo(one, 'confirm-email'), await tokenTo(two, 'confirm-email')];
    const [copy] = await listCopyEmails(person);
    const id = copy?.id ?? '';
    const later = addMinutes(now, 1);
    await askCopyAgain(person, id, tokenLetter, later);
    expect(await findEmailToConfirm(before, now)).toBeNull();
    expect(await findEmailToConfirm(untouched, now)).toBe(two);
    expect(await findEmailToConfirm(await tokenTo(one, 'confirm-email'), now)).toBe(one);
    await expect(askCopyAgain(other, id, tokenLetter, now)).rejects.toThrow(NotFound);
    await expect(removeCopyEmail(other, id, now)).rejects.toThrow(NotFound);
    await expect(removeCopyEmail(person, 'x', now)).rejects.toThrow(NotFound);
    await removeCopyEmail(person, id, now);
    expect(await findEmailToConfirm(await tokenTo(one, 'confirm-email'), now)).toBeNull();
  });
});
