import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { setupUrl, stepOf } from '@/lib/domain/sign-in/one-time-code';
import {
  longCodeFrom,
  normaliseLongCode,
  oneTimeCodeForm,
  passkeyForm,
} from '@/lib/domain/sign-in/second-step';

/**
 * The key of the test values of RFC 6238, appendix B, for SHA-1. Our six digits are the last of its eight.
 */
const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('reads the code of RFC 6238 at %d seconds', (seconds, code) => {
  expect(stepOf(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

it('tells the step of a code from the one before and after, and none of a stranger’s', () => {
  const at = new Date(1_111_111_109_000);
  const code = (seconds: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() + seconds * 1000 });
  const step = Math.floor(1_111_111_109 / 30);
  expect(stepOf(secret, code(-30), at)).toBe(step - 1);
  expect(stepOf(secret, code(30), at)).toBe(step + 1);
  expect(stepOf(secret, code(60), at)).toBeNull();
});

it('writes the URL that apps read', () => {
  const url = new URL(setupUrl(secret, 'Civil Claims Online', 'zoé-tremblay'));
  expect(url.protocol).toBe('otpauth:');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    ...{ secret, issuer: 'Civil Claims Online', algorithm: 'SHA1', digits: '6', period: '30' },
  });
});

it('makes recovery codes that are read however they are typed', () => {
  const code = longCodeFrom(Buffer.from('008864298e84a96c6b9e', 'hex'));
  expect(code).toBe('0246-8ACE-GJMP-RTWY');
  expect(normaliseLongCode(' o246 8ace–gjmp rtwy ')).toBe('02468ACEGJMPRTWY');
  expect(normaliseLongCode('iL01')).toBe('1101');
});

it('takes six digits, with spaces or not, and nothing else', () => {
  expect(oneTimeCodeForm.parse({ oneTimeCode: ' 123 456 ' }).oneTimeCode).toBe('123456');
  for (const wrong of ['', '12345', '1234567', 'abcdef', undefined]) {
    const { error } = oneTimeCodeForm.safeParse({ oneTimeCode: wrong });
    expect(error?.issues[0]?.message).toBe('enterOneTimeCode');
  }
});

it('takes what a browser made of a passkey as JSON with an id', () => {
  expect(passkeyForm.safeParse({ passkeyResponse: '{"id":"x","response":{}}' }).success).toBe(true);
  for (const wrong of ['', '{', '[]', '{"id":7}', 'null', undefined]) {
    const { error } = passkeyForm.safeParse({ passkeyResponse: wrong });
    expect(error?.issues[0]?.message, String(wrong)).toBe('passkeyFailed');
  }
});
