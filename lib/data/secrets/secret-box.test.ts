import { expect, it } from 'vitest';
import { seal, unseal } from '@/lib/data/secrets/secret-box';

it('opens what it sealed, about the same alone', () => {
  const sealed = seal('JBSWY3DPEHPK3PXP', 'authenticator of a');
  expect(unseal(sealed, 'authenticator of a')).toBe('JBSWY3DPEHPK3PXP');
  expect(unseal(sealed, 'authenticator of b')).toBeNull();
});

it('never seals twice to the same, and hides what is in it', () => {
  const [one, two] = [seal('secret', 'x'), seal('secret', 'x')];
  expect(one).not.toBe(two);
  expect(Buffer.from(one, 'base64url').includes('secret')).toBe(false);
});

it('opens nothing that was changed or cut', () => {
  const bytes = Buffer.from(seal('secret', 'x'), 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(changed.toString('base64url'), 'x')).toBeNull();
    expect(unseal(bytes.subarray(0, at).toString('base64url'), 'x')).toBeNull();
  }
});
