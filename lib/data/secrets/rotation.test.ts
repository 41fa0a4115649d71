import { afterEach, expect, it, vi } from 'vitest';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const [before, after] = ['the pepper of before, long enough', 'the pepper of today, long enough too'];
const answers = ['Biscuit', 'Cobourg', 'Maple Street'];
afterEach(() => vi.unstubAllEnvs());

/** What a process with these peppers does. All share the database. */
async function withPeppers(ANSWERS_PEPPER: string, FORMER_ANSWERS_PEPPER = '') {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ANSWERS_PEPPER, FORMER_ANSWERS_PEPPER }))
    vi.stubEnv(name, value);
  const [{ db }, { securityAnswers }, { hashAnswers }, { issueToken }, { checkAnswers }] = await Promise.all([
    import('@/lib/data/db/db'),
    import('@/lib/data/db/schema/account'),
    import('@/lib/data/secrets/secrets'),
    import('@/lib/data/secrets/tokens'),
    import('@/lib/data/recovery/recovery-answers'),
  ]);
  const [{ redeemCode }, { redeemRecoveryCode }, steps] = await Promise.all([
    import('@/lib/data/sign-in/authenticators'),
    import('@/lib/data/sign-in/second-step-changes'),
    import('@/lib/testing/sign-in/second-steps'),
  ]);
  const { normaliseAnswer } = await import('@/lib/domain/account/security-question');
  return {
    async register() {
      const owner = await steps.newOwner(now);
      const answersHash = await hashAnswers(answers.map(normaliseAnswer));
      await db().insert(securityAnswers).values({ userId: owner.userId, questions: [], answersHash });
      const { secret, codes } = await steps.withAuthenticator(owner, now);
      return { userId: owner.userId, secret, codes };
    },
    redeemApp: (userId: string, secret: string, seconds: number) => {
      const at = steps.later(now, seconds);
      return redeemCode(db(), userId, steps.codeAt(secret, at), at);
    },
    redeemPaper: (userId: string, code = '') => redeemRecoveryCode(db(), userId, code, now),
    async answer(userId: string) {
      const email = `${userId}@example.org`;
      const attempt = { userId, email, attempts: 3 };
      const token = await issueToken(db(), 'recovery-answers', steps.later(now, 900), attempt);
      return 'newPasswordToken' in (await checkAnswers({ kind: 'anonymous' }, token, answers, now));
    },
  };
}

eachDatabase('a pepper', () => {
  it('opens what the former pepper sealed, and keeps it under the present one once it is used', async () => {
    const { userId, secret, codes } = await (await withPeppers(before)).register();

    const other = await withPeppers(after);
    expect(await other.redeemApp(userId, secret, 60)).toBe(false);
    expect(await other.redeemPaper(userId, codes[0])).toBe(false);
    expect(await other.answer(userId)).toBe(false);

    const both = await withPeppers(after, before);
    expect(await both.redeemApp(userId, secret, 120)).toBe(true);
    expect(await both.redeemPaper(userId, codes[0])).toBe(true);
    expect(await both.answer(userId)).toBe(true);

    const rotated = await withPeppers(after);
    expect(await rotated.redeemApp(userId, secret, 180)).toBe(true);
    expect(await rotated.answer(userId)).toBe(true);
    expect(await rotated.redeemPaper(userId, codes[1])).toBe(false);
  });
});
