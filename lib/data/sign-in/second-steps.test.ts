import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ConfirmationNeeded, NotFound, Refused } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { outbox } from '@/lib/data/db/schema/mail';
import { authenticators, recoveryCodes } from '@/lib/data/db/schema/sign-in';
import {
  beginAuthenticator,
  confirmAuthenticator,
  findSetup,
  removeAuthenticator,
} from '@/lib/data/sign-in/authenticators';
import { giveSecondStep } from '@/lib/data/sign-in/factors';
import { removePasskey } from '@/lib/data/sign-in/passkeys';
import { makeRecoveryCodes } from '@/lib/data/sign-in/second-step-changes';
import { getSecondSteps } from '@/lib/data/sign-in/second-steps';
import type { UserActor } from '@/lib/domain/access/access';
import { onDatabase } from '@/lib/testing/db/databases';
import {
  codeAt,
  later,
  newOwner,
  notice,
  pendingSession,
  withAuthenticator,
  withPasskey,
} from '@/lib/testing/sign-in/second-steps';

const now = new Date('2026-11-24T15:00:00Z');
const visitor = { kind: 'anonymous' } as const;
const actionsOn = async ({ userId }: UserActor) =>
  (await db().select().from(audit).where(eq(audit.subject, userId)).orderBy(audit.entry)).map(
    ({ action }) => action,
  );
const mailsTo = async ({ userId }: UserActor) =>
  db()
    .select()
    .from(outbox)
    .where(eq(outbox.recipient, `${userId}@example.org`));

onDatabase('an authenticator app', () => {
  it('is kept once its first code is right, its secret unreadable in the database', async () => {
    const { actor, secret, codes } = await withAuthenticator(await newOwner(now), now);
    expect(await getSecondSteps(actor)).toEqual({
      authenticatorSince: now,
      passkeys: [],
      recoveryCodesLeft: 10,
    });
    const [row] = await db().select().from(authenticators).where(eq(authenticators.userId, actor.userId));
    expect(row?.secret).not.toContain(secret);
    const kept = await db().select().from(recoveryCodes).where(eq(recoveryCodes.userId, actor.userId));
    expect(codes.filter((code) => JSON.stringify(kept).includes(code))).toEqual([]);
    expect(await actionsOn(actor)).toEqual(['set up authenticator']);
    expect(await mailsTo(actor)).toMatchObject([{ kind: 'account-changed' }]);
  });

  it('is not kept by a wrong code, a set-up of another session or one that is over', async () => {
    const owner = await newOwner(now);
    const setup = await beginAuthenticator(owner, now);
    const { secret = '' } = (await findSetup(owner, { setup, issuer: 'Court' }, now)) ?? {};
    const confirm = (by: UserActor, code: string, at: Date) =>
      confirmAuthenticator(by, { setup, code, notice }, at);
    await expect(confirm(owner, codeAt(secret, later(now, 90)), now)).rejects.toThrow(
      new Refused('oneTimeCodeWrong'),
    );
    const stranger = await newOwner(now);
    await expect(confirm(stranger, codeAt(secret, now), now)).rejects.toThrow(new Refused('setupOver'));
    const after = later(now, 15 * 60);
    await expect(confirm(owner, codeAt(secret, after), after)).rejects.toThrow(new Refused('setupOver'));
    expect(await findSetup(stranger, { setup, issuer: 'Court' }, now)).toBeNull();
    expect(await findSetup(owner, { setup: 'changed', issuer: 'Court' }, now)).toBeNull();
    expect((await getSecondSteps(owner)).authenticatorSince).toBeNull();
  });

  it('gives way to a new one, and the recovery codes stay', async () => {
    const { actor, secret: old } = await withAuthenticator(await newOwner(now), now);
    const at = later(now, 60);
    const { secret, codes } = await withAuthenticator(actor, at);
    expect(codes).toEqual([]);
    const then = later(now, 120);
    const tried = async (code: string) =>
      giveSecondStep(visitor, await pendingSession(actor.userId, then), { kind: 'code', code }, then);
    expect(await tried(codeAt(old, then))).toBe('wrong');
    expect(await tried(codeAt(secret, then))).toMatchObject({ userId: actor.userId });
  });

  it('is removed with the codes that stood in for it, and then the password alone opens the account', async () => {
    const { actor } = await withAuthenticator(await newOwner(now), now);
    await removeAuthenticator(actor, notice, now);
    expect(await getSecondSteps(actor)).toEqual({
      authenticatorSince: null,
      passkeys: [],
      recoveryCodesLeft: 0,
    });
    expect(await actionsOn(actor)).toEqual(['set up authenticator', 'remove authenticator']);
    expect(await mailsTo(actor)).toHaveLength(2);
    await expect(removeAuthenticator({ ...actor, passwordAt: now }, notice, now)).rejects.toThrow(NotFound);
  });

  it('is set up and removed by whoever gave a factor in the last ten minutes alone', async () => {
    const owner = await newOwner(now);
    const late = later(now, 601);
    await expect(beginAuthenticator(owner, late)).rejects.toThrow(ConfirmationNeeded);
    const { actor } = await withAuthenticator(owner, now);
    await expect(removeAuthenticator(actor, notice, late)).rejects.toThrow(ConfirmationNeeded);
    // The password alone no longer suffices.
    const byPassword = { ...actor, confirmedAt: undefined, passwordAt: now };
    await expect(removeAuthenticator(byPassword, notice, now)).rejects.toThrow(ConfirmationNeeded);
    await expect(beginAuthenticator(byPassword, now)).rejects.toThrow(ConfirmationNeeded);
    await removeAuthenticator(actor, notice, later(now, 599));
  });
});

onDatabase('the last second step', () => {
  it.each(['clerk', 'registrar', 'administrator'] as const)('of a %s stays', async (role) => {
    const first = await withAuthenticator(await newOwner(now, role), now);
    await expect(removeAuthenticator(first.actor, notice, now)).rejects.toThrow(
      new Refused('lastSecondStep'),
    );
    const { actor } = await withPasskey(first.actor, now);
    await removeAuthenticator(actor, notice, now);
    const [key] = (await getSecondSteps(actor)).passkeys;
    await expect(removePasskey(actor, key?.id ?? '', notice, now)).rejects.toThrow(
      new Refused('lastSecondStep'),
    );
    expect((await getSecondSteps(actor)).recoveryCodesLeft).toBe(10);
  });

  it('of a clerk stays also when both are removed at once', async () => {
    const first = await withAuthenticator(await newOwner(now, 'clerk'), now);
    const { actor } = await withPasskey(first.actor, now);
    const [key] = (await getSecondSteps(actor)).passkeys;
    const results = await Promise.allSettled([
      removeAuthenticator(actor, notice, now),
      removePasskey(actor, key?.id ?? '', notice, now),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

onDatabase('recovery codes', () => {
  it('made anew void the old ones', async () => {
    const { actor, codes } = await withAuthenticator(await newOwner(now), now);
    const fresh = await makeRecoveryCodes(actor, notice, now);
    expect(fresh).toHaveLength(10);
    const tried = async (code = '') => {
      const factor = { kind: 'recovery-code', code, notice } as const;
      return giveSecondStep(visitor, await pendingSession(actor.userId, now), factor, now);
    };
    expect(await tried(codes[0])).toBe('wrong');
    expect(await tried(fresh[0])).toMatchObject({ userId: actor.userId });
    expect((await getSecondSteps(actor)).recoveryCodesLeft).toBe(9);
    expect(await actionsOn(actor)).toContain('make recovery codes');
  });

  it('are made for an account with a second step, by whoever gave it just now, alone', async () => {
    await expect(makeRecoveryCodes(await newOwner(now), notice, now)).rejects.toThrow(
      new Refused('noSecondStep'),
    );
    const { actor } = await withAuthenticator(await newOwner(now), now);
    await expect(makeRecoveryCodes(actor, notice, later(now, 601))).rejects.toThrow(ConfirmationNeeded);
  });
});
