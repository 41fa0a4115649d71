import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { Refused } from '@/lib/data/access/errors';
import { exportAccount } from '@/lib/data/account/account-export';
import { endSessionsOf } from '@/lib/data/account/desk/sessions-of';
import { signIn } from '@/lib/data/account/sign-in';
import { setLegalHold } from '@/lib/data/account/user-administration';
import { signUp } from '@/lib/data/account/users';
import { saveStep } from '@/lib/data/claim/answers';
import { startDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { profiles, securityAnswers, users } from '@/lib/data/db/schema/account';
import { documentVersions } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { authenticators, passkeys } from '@/lib/data/db/schema/sign-in';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import { queueMail } from '@/lib/data/mail/outbox';
import type { UserActor } from '@/lib/domain/access/access';
import { contact, newPerson } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');
const visitor = { kind: 'anonymous', ip: '192.0.2.7', device: 'Firefox, Windows' } as const;
const password = 'seven green boats at noon';

async function newOwner(email: string): Promise<UserActor> {
  const oneKeyId = `person-${randomUUID()}`;
  const questions = ['firstPet', 'birthCity', 'firstSchool'] as const;
  const answers = ['Biscuit', 'Cobourg', 'Maple'] as const;
  const terms = { version: '2026-11', locale: 'fr' } as const;
  const userId = await signUp(visitor, { oneKeyId, password, questions, answers, terms }, now);
  await db().update(users).set({ recoveryEmail: email }).where(eq(users.id, userId));
  await db()
    .insert(profiles)
    .values({ userId, contact: { ...contact, email }, usual: { lawyerNumber: '12345A' }, updatedAt: now });
  const opened = await signIn(visitor, oneKeyId, password, now);
  if (!opened) throw new Error('the person could not sign in');
  return { kind: 'user', role: 'filer', ip: visitor.ip, ...opened };
}

onDatabase('the export of an account', () => {
  let actor: UserActor;
  beforeEach(async () => {
    actor = await newOwner('zoe@example.org');
  });
  const exported = () => exportAccount(actor, password, now);

  it('holds the account, terms, contact information, sessions and the way of everything that was done', async () => {
    await noteConfirmed(db(), actor.userId, 'zoe@example.org', now);
    const told = await exported();
    expect(told.confirmedEmails).toEqual([{ email: 'zoe@example.org', confirmedAt: now }]);
    expect(told.account).toMatchObject({
      recoveryEmail: 'zoe@example.org',
      role: 'filer',
      securityQuestions: ['firstPet', 'birthCity', 'firstSchool'],
    });
    expect(told.termsAccepted).toMatchObject([{ kind: 'one-key', version: '2026-11', locale: 'fr' }]);
    expect(told.contactInformation).toMatchObject({
      contact: { lastName: 'Tremblay' },
      usual: { lawyerNumber: '12345A' },
    });
    expect(told.sessions).toMatchObject([{ device: 'Firefox, Windows', ip: '192.0.2.7', endedAt: null }]);
    expect(told.record.map(({ action }) => action)).toEqual([
      'register account',
      'sign in',
      'export account',
    ]);
  });

  it('holds drafts with answers, and filings with snapshot, receipt, hashes and where to download', async () => {
    const { reference } = await startDraft(actor, now);
    await saveStep(actor, reference, 'type', { documentType: 'form-14c' }, now);
    const ready = await readyDraft(actor);
    await submitted(actor, { draft: ready.reference, locale: 'en' }, { now, courtNow: now });
    const told = await exported();
    expect(told.drafts.find((draft) => draft.reference === reference)).toMatchObject({
      answers: { type: { documentType: 'form-14c' } },
      submittedAt: null,
    });
    const versions = await db()
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.documentId, ready.documentId));
    expect(versions).toHaveLength(2);
    const [filing] = told.filings;
    expect(filing).toMatchObject({
      state: 'issued',
      claim: { plaintiffs: [{ lastName: 'Tremblay' }], defendants: [{ lastName: 'Roy' }] },
      receipt: { documents: [{ name: 'a.pdf', sha256: ready.sha256 }] },
      documents: [{ name: 'a.pdf', sha256: ready.sha256 }],
    });
    const downloads = filing?.documents[0]?.versions.map(({ download }) => download);
    expect(downloads?.sort()).toEqual(versions.map(({ id }) => `/api/documents/${id}`).sort());
    expect(told.emails.map(({ kind }) => kind)).toEqual(['claim-issued']);
    expect(told.record.map(({ action }) => action)).toContain('submit filing');
  });

  it('tells no number and no code that is only reserved', async () => {
    const ready = await readyDraft(actor);
    await submitted(actor, { draft: ready.reference, locale: 'en' }, { now, courtNow: now });
    await db().update(filings).set({ state: 'received' }).where(eq(filings.submittedBy, actor.userId));
    expect((await exported()).filings).toMatchObject([{ fileNumber: null, verificationCode: null }]);
  });

  it('holds no secret and no hash of one', async () => {
    const { userId } = actor;
    await db().insert(authenticators).values({ userId, secret: 'SECRET-OF-APP', confirmedAt: now });
    await db()
      .insert(passkeys)
      .values({
        userId,
        ...{
          credentialId: `CREDENTIAL-${userId}`,
          publicKey: 'PUBLIC-KEY',
          counter: 0,
          transports: [],
          name: 'phone',
        },
      });
    const [user] = await db().select().from(users).where(eq(users.id, userId));
    const [answers] = await db().select().from(securityAnswers).where(eq(securityAnswers.userId, userId));
    const told = JSON.stringify(await exported());
    const secrets = [user?.passwordHash, answers?.answersHash, 'SECRET-OF-APP', 'CREDENTIAL-', 'PUBLIC-KEY'];
    for (const secret of [...secrets, '$argon2', actor.sessionId]) expect(told).not.toContain(secret ?? '?');
    expect(told).toContain('"name":"phone"');
  });

  it('holds nothing of another person: no claim, e-mail, session or who acted', async () => {
    const other = await newOwner('zoe@example.org');
    const { reference } = await startDraft(other, now);
    const mail = { recipient: 'zoe@example.org', subject: 'theirs', html: '', text: '' };
    await queueMail(
      db(),
      { kind: 'password-changed', dedupeKey: `password-changed/${other.userId}/1`, ...mail },
      now,
    );
    const told = await exported();
    const text = JSON.stringify(told);
    for (const theirs of [reference, other.userId, 'theirs']) expect(text).not.toContain(theirs);
    expect(told.sessions).toHaveLength(1);
  });

  it('tells what staff did to the account without who and whence, and nothing of a legal hold', async () => {
    const administrator = { ...(await newPerson('administrator')), ip: '203.0.113.5' };
    await setLegalHold(administrator, actor.userId, { isHeld: true, reason: 'order of the court' }, now);
    await endSessionsOf(administrator, actor.userId, now);
    const told = await exported();
    expect(told.record).toContainEqual(
      expect.objectContaining({ action: 'end sessions of user', by: 'administrator', ip: null }),
    );
    for (const hidden of ['legal hold', 'order of the court', administrator.userId, '203.0.113.5'])
      expect(JSON.stringify(told)).not.toContain(hidden);
  });

  it('asks for the password', async () => {
    await expect(exportAccount(actor, 'not the right words', now)).rejects.toThrow(
      new Refused('currentPasswordWrong'),
    );
  });
});
