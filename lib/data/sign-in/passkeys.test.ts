import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ConfirmationNeeded, NotFound, Refused } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { passkeys } from '@/lib/data/db/schema/sign-in';
import { giveSecondStep, signInByPasskey } from '@/lib/data/sign-in/factors';
import { addPasskey, askForPasskey, offerPasskey, removePasskey } from '@/lib/data/sign-in/passkeys';
import { getSecondSteps } from '@/lib/data/sign-in/second-steps';
import { findSession } from '@/lib/data/sign-in/sessions';
import type { UserActor } from '@/lib/domain/access/access';
import { onDatabase } from '@/lib/testing/db/databases';
import { Device } from '@/lib/testing/sign-in/passkeys';
import {
  inSession,
  later,
  newOwner,
  notice,
  pendingSession,
  withPasskey,
} from '@/lib/testing/sign-in/second-steps';

const visitor = { kind: 'anonymous', device: 'Firefox, Windows' } as const;
const now = new Date('2026-11-24T15:00:00Z');

/** Signs in with a device, in the ways given. */
async function signIn(device: Device, ways: Parameters<Device['get']>[1] = {}, at = now) {
  const { challenge } = await askForPasskey(undefined, at);
  return signInByPasskey(visitor, { challenge, response: device.get(challenge, ways) }, at);
}

onDatabase('a passkey', () => {
  it('is added with its name, and its owner gets recovery codes with the first', async () => {
    const { actor, codes } = await withPasskey(await newOwner(now), now);
    expect(codes).toHaveLength(10);
    const steps = await getSecondSteps(actor);
    expect(steps.passkeys).toMatchObject([{ name: 'Phone', createdAt: now, lastUsedAt: null }]);
    expect((await withPasskey(actor, now)).codes).toEqual([]);
  });

  it('asks for the verification of its holder, and works on our site alone', async () => {
    const owner = await newOwner(now);
    for (const ways of [{ isVerified: false }, { origin: 'https://civil-claims.example.com' }]) {
      const { challenge, authenticatorSelection } = await offerPasskey(owner, 'Court', now);
      expect(authenticatorSelection?.userVerification).toBe('required');
      const answer = { challenge, response: new Device().create(challenge, ways) };
      await expect(addPasskey(owner, { name: 'x', answer, notice }, now)).rejects.toThrow(
        new Refused('passkeyFailed'),
      );
    }
    const { device } = await withPasskey(owner, now);
    expect(await signIn(device, { isVerified: false })).toBeNull();
    expect(await signIn(device, { origin: 'https://civil-claims.example.com' })).toBeNull();
    expect(await signIn(device)).not.toBeNull();
  });

  it('is added in answer to a challenge that is ours, fresh and not yet answered', async () => {
    const owner = await newOwner(now);
    const { challenge } = await offerPasskey(owner, 'Court', now);
    const add = (by: UserActor, answered: string, at: Date) => {
      const answer = { challenge: answered, response: new Device().create(answered) };
      return addPasskey(by, { name: 'x', answer, notice }, at);
    };
    const refused = new Refused('passkeyFailed');
    await expect(add(owner, Buffer.alloc(32).toString('base64url'), now)).rejects.toThrow(refused);
    await expect(add(owner, challenge, later(now, 301))).rejects.toThrow(refused);
    const { sessionId } = await add(owner, challenge, now);
    await expect(add(inSession(owner, sessionId, now), challenge, now)).rejects.toThrow(refused);
  });

  it('opens a session by itself, in which both factors were given', async () => {
    const { actor, device } = await withPasskey(await newOwner(now), now);
    const opened = await signIn(device);
    const found = await findSession(opened?.sessionId ?? '', { now, idleMs: 1000, touch: false });
    expect(found).toMatchObject({ state: 'open', actor: { userId: actor.userId, confirmedAt: now } });
    expect((await getSecondSteps(actor)).passkeys[0]?.lastUsedAt).toEqual(now);
    const lines = await db().select().from(audit).where(eq(audit.subject, actor.userId));
    expect(lines.at(-1)).toMatchObject({ action: 'sign in', outcome: 'done', details: { by: 'passkey' } });
  });

  it('is refused when its counter did not move on: it was copied', async () => {
    const { device } = await withPasskey(await newOwner(now), now);
    device.counter = 7;
    expect(await signIn(device)).not.toBeNull();
    device.counter = 7;
    expect(await signIn(device)).toBeNull();
    device.counter = 3;
    expect(await signIn(device)).toBeNull();
    const credential = device.id.toString('base64url');
    const [row] = await db().select().from(passkeys).where(eq(passkeys.credentialId, credential));
    expect(row?.counter).toBe(8);
  });

  it('answers each challenge once, also twice at the same time', async () => {
    const { device } = await withPasskey(await newOwner(now), now);
    const { challenge } = await askForPasskey(undefined, now);
    const answers = [device.get(challenge), device.get(challenge)];
    const opened = await Promise.all(
      answers.map((response) => signInByPasskey(visitor, { challenge, response }, now)),
    );
    expect(opened.filter(Boolean)).toHaveLength(1);
  });

  it('opens no account that is locked or closed, and is nothing to us when nobody has it', async () => {
    for (const shut of [{ lockedAt: now }, { closedAt: now }]) {
      const { actor, device } = await withPasskey(await newOwner(now), now);
      await db().update(users).set(shut).where(eq(users.id, actor.userId));
      expect(await signIn(device)).toBeNull();
    }
    expect(await signIn(new Device())).toBeNull();
  });

  it('is a second step for its own account alone', async () => {
    const one = await withPasskey(await newOwner(now), now);
    const other = await withPasskey(await newOwner(now), now);
    const tried = async (device: Device) => {
      const { challenge } = await askForPasskey(one.actor.userId, now);
      const answer = { challenge, response: device.get(challenge) };
      const pending = await pendingSession(one.actor.userId, now);
      return giveSecondStep(visitor, pending, { kind: 'passkey', answer }, now);
    };
    expect(await tried(other.device)).toBe('wrong');
    expect(await tried(one.device)).toMatchObject({ userId: one.actor.userId });
  });

  it('is removed by its owner alone, who gave a factor just now', async () => {
    const { actor, device } = await withPasskey(await newOwner(now), now);
    const { actor: other } = await withPasskey(await newOwner(now), now);
    const [key] = (await getSecondSteps(actor)).passkeys;
    await expect(removePasskey(other, key?.id ?? '', notice, now)).rejects.toThrow(NotFound);
    await expect(removePasskey(actor, 'no id', notice, now)).rejects.toThrow(NotFound);
    await expect(removePasskey(actor, key?.id ?? '', notice, later(now, 601))).rejects.toThrow(
      ConfirmationNeeded,
    );
    await removePasskey(actor, key?.id ?? '', notice, now);
    expect(await getSecondSteps(actor)).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 });
    expect(await signIn(device)).toBeNull();
  });

  it('is offered and added to whoever gave a factor just now alone, ten at most', async () => {
    const owner = await newOwner(now);
    await expect(offerPasskey(owner, 'Court', later(now, 601))).rejects.toThrow(ConfirmationNeeded);
    let { actor } = await withPasskey(owner, now);
    await expect(offerPasskey({ ...actor, confirmedAt: undefined }, 'Court', now)).rejects.toThrow(
      ConfirmationNeeded,
    );
    for (let n = 2; n <= 10; n += 1) actor = (await withPasskey(actor, now)).actor;
    await expect(withPasskey(actor, now)).rejects.toThrow(new Refused('passkeysFull'));
  });
});
