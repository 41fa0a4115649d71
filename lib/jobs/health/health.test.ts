import { expect, it, vi } from 'vitest';
import { notePulse } from '@/lib/data/health/pulse';
import { onDatabase } from '@/lib/testing/db/databases';

vi.stubEnv('CHECK_SECONDS', '3600');
const { env } = await import('@/lib/env');
const { readiness, renewSlow } = await import('@/lib/jobs/health/health');
const { within } = await import('@/lib/jobs/health/within');
const { tryAll } = await import('@/lib/jobs/boot/trials');

onDatabase('what a server knows about its parts', () => {
  it('is that nothing was examined, and then that each is well, with its age', async () => {
    await notePulse();
    const first = await readiness(false);
    expect(first).toMatchObject({ ready: false, failing: ['storage', 'pdf'] });
    expect(first.parts.storage).toEqual({ state: 'unchecked', ageSeconds: null });
    renewSlow();
    await vi.waitFor(async () => expect((await readiness(false)).failing).toEqual([]), 300_000);
    const { parts } = await readiness(false);
    for (const part of Object.values(parts))
      expect(part).toEqual({ state: 'well', ageSeconds: expect.any(Number) });
  });

  it('is that a server that ends takes nothing new', async () => {
    const { ready, failing, parts } = await readiness(true);
    expect({ ready, failing }).toEqual({ ready: false, failing: ['draining'] });
    expect(parts.draining).toMatchObject({ state: 'failing', why: 'the server ends' });
  });

  it('is examined again when it is a second old, and tells of a disk below its floor', async () => {
    Object.assign(env, { DISK_FLOOR_MB: 1e12 });
    await vi.waitFor(async () => expect((await readiness(false)).failing).toEqual(['disk']), 60_000);
    const { parts } = await readiness(false);
    expect(parts.disk.why).toMatch(/^\d+ MB are free, less than 1000000000000 MB$/);
  });
});

it('waits no longer than it is told', async () => {
  expect(await within(60_000, Promise.resolve('in time'))).toBe('in time');
  await expect(within(60_000, Promise.reject(new Error('its own fault')))).rejects.toThrow('its own fault');
  await expect(within(10, new Promise(() => undefined))).rejects.toThrow('no answer within 0.01 s');
});

it('names every part that does not work when it starts, in one list', async () => {
  const fails = (words: string) => () => Promise.reject(new Error(words));
  const trials = [
    { name: 'A', run: fails('one\n    at a line of the stack') },
    { name: 'B', run: async () => undefined },
    { name: 'C', run: fails('two') },
  ];
  await expect(tryAll(trials)).rejects.toThrow(/^The service cannot work:\n {2}A: one\n {2}C: two$/);
  await expect(tryAll([])).resolves.toBeUndefined();
});
