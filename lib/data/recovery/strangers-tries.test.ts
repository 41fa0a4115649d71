import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { MustWait } from '@/lib/data/access/errors';
import { choosePassword } from '@/lib/data/account/passwords';
import { signIn } from '@/lib/data/account/sign-in';
import { checkAnswers } from '@/lib/data/recovery/recovery-answers';
import { answers, now, register } from '@/lib/testing/account/accounts';
import { letter } from '@/lib/testing/account/letters';
import { begun } from '@/lib/testing/account/recovery';
import { stoppedClock } from '@/lib/testing/db/clock';
import { onDatabase } from '@/lib/testing/db/databases';

const password = 'seven green boats at noon';
const wrongAnswers = ['Biscuit', 'L’Orignal', 'another'];

type Visit = { ip: string; device?: string | undefined; isRight?: boolean };
/** One attempt at a door, in a recovery of its own where that is needed. @returns the seconds to wait, or whether it opened */
type Door = (oneKeyId: string, visit: Visit) => Promise<{ opened: boolean } | { seconds: number }>;

const orWait = (trying: Promise<boolean>) =>
  trying.then(
    (opened) => ({ opened }),
    (error) => (error instanceof MustWait ? { seconds: error.seconds } : Promise.reject(error)),
  );

const doors: Record<string, { free: number; enter: Door }> = {
  password: {
    free: 100,
    enter: (oneKeyId, { ip, device, isRight }) =>
      orWait(
        signIn(
          { kind: 'anonymous', ip },
          oneKeyId,
          isRight ? password : 'not the right words',
          now,
          device,
        ).then((entered) => entered !== null),
      ),
  },
  answers: {
    free: 20,
    enter: async (oneKeyId, { ip, device, isRight }) => {
      const from = { oneKeyId, deviceToken: device };
      const typed = isRight ? answers : wrongAnswers;
      const token = await begun(oneKeyId);
      return orWait(
        checkAnswers({ kind: 'anonymous', ip }, token, typed, now, from).then(
          (result) => 'newPasswordToken' in result,
        ),
      );
    },
  },
};

let networks = 0;
/** An address of a network that nobody had before. */
const anywhere = () => {
  networks += 1;
  return `10.${networks >> 8}.${networks & 255}.7`;
};

onDatabase('the tries of strangers', () => {
  const pass = stoppedClock(now);
  const home = '192.0.2.7';
  let owner: { oneKeyId: string; userId: string };
  let known: string | undefined;
  beforeEach(async () => {
    owner = await register({});
    known = (await signIn({ kind: 'anonymous', ip: home }, owner.oneKeyId, password, now))?.deviceToken;
  });

  it.each(Object.keys(doors))('at the %s of an account leave its owner all of theirs', async (name) => {
    const { free, enter } = doors[name] as (typeof doors)[string];
    const { oneKeyId } = owner;
    for (let n = 0; n < free; n += 1)
      expect(await enter(oneKeyId, { ip: anywhere() })).toEqual({ opened: false });
    // Now each network that nobody signed in from waits a little, the owner's as well.
    const [stranger, travelling] = [anywhere(), anywhere()];
    expect(await enter(oneKeyId, { ip: stranger })).toEqual({ seconds: 30 });
    expect(await enter(oneKeyId, { ip: travelling, isRight: true })).toEqual({ seconds: 30 });
    pass(31);
    expect(await enter(oneKeyId, { ip: stranger })).toEqual({ opened: false });
    // At once: in the browser where the owner signed in before, and in another one at home.
    expect(await enter(oneKeyId, { ip: anywhere(), device: known, isRight: true })).toEqual({ opened: true });
    expect(await enter(oneKeyId, { ip: home, isRight: true })).toEqual({ opened: true });
    expect(await enter(oneKeyId, { ip: travelling, isRight: true })).toEqual({ opened: true });
  });

  it.each(Object.keys(doors))('at the %s are stopped on their own network, and there alone', async (name) => {
    const { enter } = doors[name] as (typeof doors)[string];
    const { oneKeyId } = owner;
    const subscriber = (n: number) => `2001:db8:1:2::${n}`;
    for (let n = 1; n <= 5; n += 1)
      expect(await enter(oneKeyId, { ip: subscriber(n) })).toEqual({ opened: false });
    expect(await enter(oneKeyId, { ip: subscriber(6), isRight: true })).toEqual({ seconds: 30 });
    expect(await enter(oneKeyId, { ip: subscriber(6), device: known, isRight: true })).toEqual({
      opened: true,
    });
    expect(await enter(oneKeyId, { ip: anywhere(), isRight: true })).toEqual({ opened: true });
  });

  it.each(Object.keys(doors))('at the %s make an ID that nobody has wait in the same way', async (name) => {
    const { free, enter } = doors[name] as (typeof doors)[string];
    const oneKeyId = `nobody-${randomUUID()}`;
    for (let n = 0; n < free; n += 1)
      expect(await enter(oneKeyId, { ip: anywhere() })).toEqual({ opened: false });
    expect(await enter(oneKeyId, { ip: anywhere() })).toEqual({ seconds: 30 });
  });

  it('leave a browser known in which its owner chose a new password, and no other', async () => {
    const enter = (device: string | undefined, typed: string) =>
      signIn({ kind: 'anonymous', ip: anywhere() }, owner.oneKeyId, typed, now, device);
    const other = (await enter(undefined, password))?.deviceToken;
    const result = await checkAnswers(
      { kind: 'anonymous', ip: home },
      await begun(owner.oneKeyId),
      answers,
      now,
    );
    const token = 'newPasswordToken' in result ? result.newPasswordToken : '';
    const next = 'eleven quiet lamps again';
    expect(
      await choosePassword({ kind: 'anonymous', ip: home }, token, next, letter('changed'), now, known),
    ).toBe(true);
    expect((await enter(known, next))?.deviceToken).toBe(known);
    expect((await enter(other, next))?.deviceToken).not.toBe(other);
  });
});
