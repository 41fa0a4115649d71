import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { closeAccount } from '@/lib/data/account/account-closing';
import { isOneKeyIdFree } from '@/lib/data/account/one-key-id-skeletons';
import { signIn } from '@/lib/data/account/sign-in';
import { setLegalHold } from '@/lib/data/account/user-administration';
import { signUp } from '@/lib/data/account/users';
import { saveStep } from '@/lib/data/claim/answers';
import { deleteDraft, listDrafts, startDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { oneTimeTokens, profiles, securityAnswers, users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import {
  authenticators,
  knownDevices,
  passkeys,
  recoveryCodes,
  sessions,
} from '@/lib/data/db/schema/sign-in';
import { findSession } from '@/lib/data/sign-in/sessions';
import type { Role, UserActor } from '@/lib/domain/access/access';
import { contact, newPerson } from '@/lib/testing/account/people';
import { readyDraft, submitted, upload } from '@/lib/testing/claim/submit';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const visitor = { kind: 'anonymous', ip: '192.0.2.7', device: 'Firefox, Windows' } as const;
const password = 'seven green boats at noon';
const notice = { subject: 'closed', html: 'closed', text: 'closed' };

onDatabase('closing an account', () => {
  let actor: UserActor;
  let oneKeyId: string;

  beforeEach(async () => {
    oneKeyId = `person-${randomUUID()}`;
    const questions = ['firstPet', 'birthCity', 'firstSchool'] as const;
    const answers = ['Biscuit', 'Cobourg', 'Maple'] as const;
    const terms = { version: '2026-11', locale: 'fr' } as const;
    const userId = await signUp(visitor, { oneKeyId, password, questions, answers, terms }, now);
    await db().update(users).set({ recoveryEmail: 'zoe@example.org' }).where(eq(users.id, userId));
    await db()
      .insert(profiles)
      .values({ userId, contact, usual: { lawyerNumber: '12345A' }, emailVerifiedAt: now, updatedAt: now });
    const opened = await signIn(visitor, oneKeyId, password, now);
    if (!opened) throw new Error('the person could not sign in');
    actor = { kind: 'user', role: 'filer', ...opened };
  });

  const close = (typed = password) => closeAccount(actor, typed, { ...notice, subject: actor.userId }, now);
  const user = async () => (await db().select().from(users).where(eq(users.id, actor.userId)))[0];
  const giveRole = (role: Role) => db().update(users).set({ role }).where(eq(users.id, actor.userId));
  const notices = () =>
    db()
      .select()
      .from(outbox)
      .where(and(eq(outbox.kind, 'account-closed'), eq(outbox.subject, actor.userId)));

  it('takes away every way in, ends the sessions, and tells the e-mail address that was verified', async () => {
    const { userId } = actor;
    await db().insert(authenticators).values({ userId, secret: 'encrypted' });
    await db()
      .insert(passkeys)
      .values({
        userId,
        ...{ credentialId: randomUUID(), publicKey: 'key', counter: 0, transports: [], name: 'phone' },
      });
    await db().insert(recoveryCodes).values({ userId, codeHash: 'hash' });
    await db().insert(knownDevices).values({ userId, tokenHash: 'hash', lastSeenAt: now });
    await db().insert(oneTimeTokens).values({
      userId,
      purpose: 'verify-contact-email',
      email: 'z@example.org',
      tokenHash: randomUUID(),
      expiresAt: now,
    });
    await close();
    expect(await user()).toMatchObject({ closedAt: now, recoveryEmail: null, pendingEmail: null });
    for (const table of [
      securityAnswers,
      authenticators,
      passkeys,
      recoveryCodes,
      knownDevices,
      oneTimeTokens,
    ])
      expect(await db().$count(table, eq(table.userId, userId))).toBe(0);
    expect(await findSession(actor.sessionId, { now, idleMs: 900_000, touch: false })).toEqual({
      state: 'none',
    });
    expect(await db().select().from(sessions).where(eq(sessions.userId, userId))).toMatchObject([
      { endReason: 'closed', ip: null, device: '' },
    ]);
    expect(await notices()).toMatchObject([{ kind: 'account-closed', recipient: 'zoe@example.org' }]);
    const line = and(eq(audit.subject, userId), eq(audit.action, 'close account'));
    expect(await db().$count(audit, line)).toBe(1);
  });

  it('refuses the password afterwards as any wrong one, and keeps the ID taken', async () => {
    await close();
    expect(await signIn(visitor, oneKeyId, password, now)).toBeNull();
    expect(await isOneKeyIdFree(oneKeyId.toUpperCase())).toBe(false);
    await expect(close()).rejects.toThrow(new Refused('currentPasswordWrong'));
  });

  it('tells the verified e-mail address of the contact information where there is no other, and nobody where none is', async () => {
    await db().update(users).set({ recoveryEmail: null }).where(eq(users.id, actor.userId));
    await close();
    expect(await notices()).toMatchObject([{ recipient: contact.email }]);
  });

  it('tells nobody at an e-mail address that was never verified', async () => {
    await db()
      .update(users)
      .set({ recoveryEmail: null, pendingEmail: 'x@example.org' })
      .where(eq(users.id, actor.userId));
    await db().update(profiles).set({ emailVerifiedAt: null }).where(eq(profiles.userId, actor.userId));
    await close();
    expect(await notices()).toEqual([]);
    expect((await user())?.closedAt).toEqual(now);
  });

  it('empties drafts and contact information, and leaves other people’s alone', async () => {
    const other = await newPerson();
    await db().insert(profiles).values({ userId: other.userId, contact, updatedAt: now });
    const theirs = await startDraft(other, now);
    const { reference } = await startDraft(actor, now);
    await saveStep(actor, reference, 'type', { documentType: 'form-14a' }, now);
    const { documentId } = await upload(actor, reference, 'claim');
    await close();
    expect(await db().select().from(drafts).where(eq(drafts.reference, reference))).toMatchObject([
      { answers: {}, deletedAt: now },
    ]);
    expect(await db().select().from(documents).where(eq(documents.id, documentId))).toMatchObject([
      { state: 'removed', name: '' },
    ]);
    const [profile] = await db().select().from(profiles).where(eq(profiles.userId, actor.userId));
    expect(Object.values(profile?.contact ?? {}).filter(Boolean)).toEqual(['individual']);
    expect(profile?.usual).toEqual({});
    expect(await listDrafts(other)).toMatchObject([{ reference: theirs.reference }]);
  });

  it('keeps an issued filing with its snapshot, and waits until it is issued', async () => {
    const draft = await readyDraft(actor);
    await submitted(actor, { draft: draft.reference, locale: 'en' }, { now, courtNow: now });
    const own = eq(filings.submittedBy, actor.userId);
    for (const state of ['received', 'held'] as const) {
      await db().update(filings).set({ state }).where(own);
      await expect(close()).rejects.toThrow(new Refused('closeFilingOpen'));
      expect((await user())?.closedAt).toBeNull();
    }
    await db().update(filings).set({ state: 'issued' }).where(own);
    await close();
    const [filing] = await db().select().from(filings).where(own);
    expect(filing).toMatchObject({ state: 'issued', contact });
    expect(filing?.claim.plaintiffs).toMatchObject([{ lastName: 'Tremblay' }]);
    expect(await db().select().from(documents).where(eq(documents.id, draft.documentId))).toMatchObject([
      { state: 'ready', name: 'a.pdf' },
    ]);
  });

  it('changes nothing after a wrong password', async () => {
    await expect(close('not the right words')).rejects.toThrow(new Refused('currentPasswordWrong'));
    expect(await user()).toMatchObject({ closedAt: null, recoveryEmail: 'zoe@example.org' });
  });

  it('is refused to staff until they are filers again', async () => {
    for (const role of ['clerk', 'registrar', 'administrator'] as const) {
      await giveRole(role);
      await expect(close()).rejects.toThrow(new Refused('closeStaff'));
    }
    await giveRole('filer');
    await close();
    expect((await user())?.closedAt).toEqual(now);
  });

  it('is prevented by a legal hold, as is deleting a draft, until the hold is lifted', async () => {
    const administrator = await newPerson('administrator');
    const { reference } = await startDraft(actor, now);
    await setLegalHold(administrator, actor.userId, { isHeld: true, reason: 'order of the court' }, now);
    await expect(close()).rejects.toThrow(new Refused('closeNotNow'));
    await expect(deleteDraft(actor, reference, now)).rejects.toThrow(new Refused('draftKept'));
    expect(await listDrafts(actor)).toHaveLength(1);
    await setLegalHold(administrator, actor.userId, { isHeld: false, reason: 'order lifted' }, now);
    await deleteDraft(actor, reference, now);
    expect(await listDrafts(actor)).toEqual([]);
    await close();
    expect((await user())?.closedAt).toEqual(now);
  });

  it('happens once when it is asked for twice at the same time', async () => {
    const results = await Promise.allSettled([close(), close()]);
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused).toMatchObject([{ reason: expect.any(NotFound) }]);
    expect(await notices()).toHaveLength(1);
  });
});
