import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';

/** The browser's cookies, by name. */
const jar = new Map<string, { value: string; maxAge?: number; httpOnly?: boolean; sameSite?: string }>();
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, attributes: object) => jar.set(name, { value, ...attributes }),
    delete: ({ name }: { name: string }) => jar.delete(name),
  }),
}));

const { encryptedCookie } = await import('@/lib/web/cookies/cookie');

const schema = z.object({ token: z.string() });
const cookie = encryptedCookie('step', schema, 600);
const sealed = () => jar.get('step')?.value ?? '';

beforeEach(() => jar.clear());
afterEach(() => vi.useRealTimers());

it('gives back what was set until it is cleared, and shows nothing of it to the browser', async () => {
  await cookie.set({ token: 'secret' });
  expect(await cookie.get()).toEqual({ token: 'secret' });
  expect(jar.get('step')).toMatchObject({ httpOnly: true, sameSite: 'lax', maxAge: 600 });
  expect(sealed()).not.toContain('secret');
  await cookie.clear();
  expect(await cookie.get()).toBeNull();
});

it('takes a value that was changed at any place, or cut, for none', async () => {
  await cookie.set({ token: 'secret' });
  // The library's signature does not cover its version mark, the last two characters.
  const value = sealed().slice(0, -2);
  for (let at = 0; at < value.length; at += 1) {
    jar.set('step', { value: `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}` });
    expect(await cookie.get(), `changed at ${at}`).toBeNull();
  }
  jar.set('step', { value: value.slice(0, -1) });
  expect(await cookie.get()).toBeNull();
});

it('takes a value that is too old, of another cookie or of another shape for none', async () => {
  await cookie.set({ token: 'secret' });
  await encryptedCookie('other', z.object({ token: z.string() }), 600).set({ token: 'other' });
  const [mine, others] = [sealed(), jar.get('other')?.value ?? ''];
  jar.set('step', { value: others });
  expect(await cookie.get()).toBeNull();

  jar.set('step', { value: mine });
  expect(await encryptedCookie('step', z.object({ count: z.number() }), 600).get()).toBeNull();

  vi.useFakeTimers({ now: Date.now() + 599_000, toFake: ['Date'] });
  expect(await cookie.get()).toEqual({ token: 'secret' });
  vi.setSystemTime(Date.now() + 62_000);
  expect(await cookie.get()).toBeNull();
});

it('sets nothing that a browser would drop for its length', async () => {
  await cookie.set({ token: 'x'.repeat(2_500) });
  const before = sealed();
  expect(before).not.toBe('');
  await cookie.set({ token: 'x'.repeat(3_000) });
  expect(sealed()).toBe(before);
});
