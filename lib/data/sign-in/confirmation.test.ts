import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { ConfirmationNeeded, NotFound, Refused } from '@/lib/data/access/errors';
import { endSessionsOf } from '@/lib/data/account/desk/sessions-of';
import { searchUsers } from '@/lib/data/account/desk/user-search';
import { setLegalHold, setLocked, setRole } from '@/lib/data/account/user-administration';
import { approveProposal } from '@/lib/data/approval/deciding';
import { propose } from '@/lib/data/approval/proposals';
import { seedCourts } from '@/lib/data/court/courts';
import { stopIssuing } from '@/lib/data/court/issuing-stop';
import { declareOutage } from '@/lib/data/court/outages';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { courtFiles } from '@/lib/data/db/schema/court';
import { corrections, documents } from '@/lib/data/db/schema/document';
import { decideSubstitute } from '@/lib/data/filing/substitution';
import { withdrawFiling } from '@/lib/data/filing/withdrawal';
import { resumeSender } from '@/lib/data/mail/mail-sender';
import { beginInPerson } from '@/lib/data/recovery/in-person';
import { hashPassword } from '@/lib/data/secrets/secrets';
import { confirmByPassword, isOwnerConfirmed } from '@/lib/data/sign-in/confirmation';
import { findSession } from '@/lib/data/sign-in/sessions';
import { type Actor, type SensitiveAct, sensitiveActs, type UserActor } from '@/lib/domain/access/access';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';
import { endReasonOf, later, newOwner, withAuthenticator } from '@/lib/testing/sign-in/second-steps';

// Monday, 10:00 in Toronto; filings bear that Monday
const courtNow = new Date('2026-11-23T15:00:00Z');
const now = new Date('2026-12-01T08:00:00Z');
const times = { now, courtNow };
const notice = { letter: { subject: 's', html: 'h', text: 't' }, writtenFor: '2026-11-23' };

const withdrawalOf = (reference: string) =>
  ({ kind: 'withdraw-filing', reference, basis: 'request', basisOn: '2026-11-20', judge: '' }) as const;

onDatabase('sensitive acts', () => {
  let filer: UserActor;
  let administrator: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(courtNow);
    administrator = await newPerson('administrator');
  });

  /**
   * Each act has its own subject. The substitute does not exist, but only people who may decide on it are
   * told so.
   */
  let files = 700;
  const acts: Record<SensitiveAct, (actor: Actor) => Promise<unknown>> = {
    'set role': async (actor) => setRole(actor, (await newPerson()).userId, 'clerk', now),
    'lock user': async (actor) => {
      const change = { locked: true, reason: 'r', notice: notice.letter };
      return setLocked(actor, (await newPerson()).userId, change, now);
    },
    'end sessions of user': async (actor) => endSessionsOf(actor, (await newPerson()).userId, now),
    'set legal hold': async (actor) =>
      setLegalHold(actor, (await newPerson()).userId, { isHeld: true, reason: 'r' }, now),
    'recover in person': async (actor) =>
      beginInPerson(actor, { user: (await newPerson()).userId, identity: 'seen', lostSteps: false }, now),
    'redate filing': async (actor) => {
      const { reference } = await storeFiling(filer, { receivedAt: courtNow });
      return propose(actor as UserActor, { kind: 'redate-filing', reference, to: '2026-11-20' }, 'r', times);
    },
    'decide substitute': (actor) =>
      decideSubstitute(actor, randomUUID(), { approve: true, reason: 'r' }, notice, times),
    'withdraw filing': async (actor) => {
      const { reference } = await storeFiling(filer, { receivedAt: courtNow });
      return propose(actor as UserActor, withdrawalOf(reference), 'r', times);
    },
    'correct filing': async (actor) => {
      const [reference, correction] = await uploadedCorrection();
      const wish = { kind: 'correct-filing', reference, correction, ground: 'consent' } as const;
      return propose(actor as UserActor, { ...wish, orderedOn: '', judge: '' }, 'r', times);
    },
    'restrict file': async (actor) => {
      const fileNumber = `CV-26-${String(++files).padStart(8, '0')}-0000`;
      const file = { number: fileNumber, courtId: 'perth', title: 't', openedOn: '2026-11-23' };
      await db().insert(courtFiles).values(file);
      const { reference } = await storeFiling(filer, { receivedAt: courtNow, state: 'issued', fileNumber });
      const order = { restriction: 'sealed', orderedOn: '2026-11-20', judge: 'J', publicTitle: '' } as const;
      return propose(actor as UserActor, { kind: 'restrict-file', reference, ...order }, 'r', times);
    },
    'decide proposal': async (actor) => {
      const { reference } = await storeFiling(filer, { receivedAt: courtNow });
      const other = await newPerson('registrar');
      const id = await propose(other, withdrawalOf(reference), 'r', times);
      return approveProposal(actor, id, notice, times);
    },
    'change calendar': (actor) =>
      propose(actor as UserActor, { kind: 'set-opening-rule', to: 'same-day' }, 'r', times),
    'change hold reasons': (actor) => {
      const words = { code: 'page-missing', wordsEn: 'A page is missing.', wordsFr: 'Il manque une page.' };
      const days = { activeFrom: '2026-12-01', activeUntil: null };
      const wish = { kind: 'keep-hold-reason', ...words, remedy: 'replacement', ...days } as const;
      return propose(actor as UserActor, wish, 'r', times);
    },
    'change settings': (actor) => {
      const setting = { version: 1 as const, kind: 'fee' as const, dollars: 300 };
      const wish = { kind: 'change-setting' as const, setting, effectiveOn: '2027-06-01' };
      return propose(actor as UserActor, wish, 'r', times);
    },
    'declare outage': (actor) =>
      declareOutage(actor, { startedAt: courtNow, endedAt: null, whatEn: 'w', whatFr: 'q' }, times),
    'stop issuing': (actor) => stopIssuing(actor, 'r', now),
    'resume mail': (actor) => resumeSender(actor, now),
  };
  async function uploadedCorrection(): Promise<[reference: string, correction: string]> {
    const filing = await storeFiling(filer, { receivedAt: courtNow, state: 'issued' });
    const [file, by] = [{ name: 'a.pdf', size: 1, pages: 1, sha256: 'a' }, { uploadedBy: filer.userId }];
    const { draftId, id: filingId, reference } = filing;
    const [document] = await db()
      .insert(documents)
      .values({ draftId, filingId, kind: 'claim', state: 'ready', ...file, ...by })
      .returning();
    const comparison = { isSame: null, removed: [], added: [] };
    const [uploaded] = await db()
      .insert(corrections)
      .values({
        ...{ filingId, documentId: document?.id ?? '', storageKey: randomUUID(), uploadedAt: courtNow },
        ...{ warnings: [], comparison, ...file, ...by },
      })
      .returning();
    return [reference, uploaded?.id ?? ''];
  }
  const outcome = (act: SensitiveAct, actor: Actor) =>
    acts[act](actor).then(
      () => 'done',
      (error: Error) => error.constructor,
    );
  const whenDone = (act: SensitiveAct) => (act === 'decide substitute' ? NotFound : 'done');

  it.each(sensitiveActs)('%s: by whoever gave a factor in the last ten minutes', async (act) => {
    const recent = { ...administrator, confirmedAt: later(now, -600) };
    expect(await outcome(act, recent)).toBe(whenDone(act));
  });

  it.each(sensitiveActs)('%s: not when the factor was given before that', async (act) => {
    const stale = { ...administrator, confirmedAt: later(now, -601) };
    expect(await outcome(act, stale)).toBe(ConfirmationNeeded);
  });

  it.each(sensitiveActs)('%s: does not exist for staff who gave none', async (act) => {
    const without = { ...administrator, confirmedAt: undefined, passwordAt: now };
    expect(await outcome(act, without)).toBe(NotFound);
  });

  it('closures of the calendar are among them', async () => {
    const stale = { ...administrator, confirmedAt: later(now, -601) };
    const closure = { on: '2026-12-02', isHoliday: false, nameEn: 'a', nameFr: 'b' };
    const wishes = [
      { kind: 'add-closure' as const, closure, pastReason: '' },
      { kind: 'remove-closure' as const, id: randomUUID() },
    ];
    for (const wish of wishes) {
      await expect(propose(stale, wish, 'r', times)).rejects.toThrow(ConfirmationNeeded);
    }
  });

  it('a filer takes back their own filing without one; looking asks for none', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: courtNow });
    await withdrawFiling(filer, reference, notice, times);
    const stale = { ...administrator, confirmedAt: later(now, -601) };
    expect((await searchUsers(stale, { typed: '', page: 1 })).total).toBeGreaterThan(0);
  });
});

onDatabase('an owner who confirms who they are', () => {
  const read = (sessionId: string, at: Date) =>
    findSession(sessionId, { now: at, idleMs: 15 * 60_000, touch: true });
  const password = 'seven green boats at noon';
  const withPassword = async () => {
    const owner = await newOwner(now);
    const passwordHash = await hashPassword(password);
    await db().update(users).set({ passwordHash }).where(eq(users.id, owner.userId));
    return owner;
  };

  it('gives the password where there is no second step: the session goes on under a new id', async () => {
    const owner = await withPassword();
    const at = later(now, 700);
    expect(await isOwnerConfirmed(owner, at)).toBe(false);
    await expect(confirmByPassword(owner, 'another sentence', at)).rejects.toThrow(
      new Refused('currentPasswordWrong'),
    );
    const { sessionId } = await confirmByPassword(owner, password, at);
    expect(await endReasonOf(owner.sessionId)).toBe('renewed');
    const found = await read(sessionId, at);
    expect(found).toMatchObject({ state: 'open', actor: { passwordAt: at, confirmedAt: undefined } });
    expect(await isOwnerConfirmed({ ...owner, sessionId, passwordAt: at }, at)).toBe(true);
  });

  it('gives the second step where there is one: the password is not enough', async () => {
    const { actor } = await withAuthenticator(await withPassword(), now);
    await expect(confirmByPassword(actor, password, now)).rejects.toThrow(new Refused('giveSecondStep'));
    expect(await isOwnerConfirmed(actor, now)).toBe(true);
    expect(await isOwnerConfirmed({ ...actor, confirmedAt: undefined }, now)).toBe(false);
  });
});
