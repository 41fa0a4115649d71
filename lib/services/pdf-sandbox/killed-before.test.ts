import { expect, it } from 'vitest';
import { killedBefore, rememberKilled } from '@/lib/services/pdf-sandbox/killed-before';

const killed = { ok: false as const, code: 'too-slow' as const };

it('knows an upload whose examination was killed by its bytes and by what was asked', () => {
  const examination = {
    kind: 'examine' as const,
    bytes: Buffer.from('a slow file'),
    withText: false,
    withReading: false,
  };
  expect(killedBefore(examination)).toBeUndefined();
  rememberKilled(examination, killed);
  expect(killedBefore({ ...examination, bytes: Buffer.from('a slow file') })).toEqual(killed);
  expect(killedBefore({ ...examination, bytes: Buffer.from('another file') })).toBeUndefined();
  expect(killedBefore({ ...examination, withText: true, withReading: false })).toBeUndefined();
});

it('lets what a claim needs that was taken be tried again', () => {
  const placing = { kind: 'place' as const, bytes: Buffer.from('a filed document') };
  rememberKilled(placing, killed);
  expect(killedBefore(placing)).toBeUndefined();
});
