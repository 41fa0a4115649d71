import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { isAdministrationOffered } from '@/lib/data/account/administrators';
import { db, setDatabase } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';
import { openPostgres } from '@/lib/data/db/open';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { outbox } from '@/lib/data/db/schema/mail';
import { getSecondSteps } from '@/lib/data/sign-in/second-steps';
import { boot, court } from '@/lib/testing/cli/court';
import { onOne, ownDatabase } from '@/lib/testing/db/databases';
import { endReasonOf, newOwner, withAuthenticator, withPasskey } from '@/lib/testing/sign-in/second-steps';

const folder = mkdtempSync(path.join(tmpdir(), 'court-administration-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Variables = Record<string, string>;
type Kind = { name: string; more: () => Promise<Variables> };
const kinds: [embedded: Kind, postgres: Kind] = [
  { name: 'the embedded database', more: async () => ({}) },
  { name: 'PostgreSQL', more: async () => ({ DATABASE_URL: await ownDatabase() }) },
];

describe.each(onOne(kinds))('an administrator who lost every factor, on $name', ({ name, more }) => {
  const isThere = name !== 'PostgreSQL' || Boolean(process.env.TEST_DATABASE_URL);

  async function newCourt() {
    const dataDir = mkdtempSync(path.join(folder, 'data-'));
    const variables: Variables = { DATA_DIR: dataDir, ...(await more()) };
    expect(boot(variables)).toEqual({ stdout: '', stderr: '', status: 0 });
    const open = () =>
      variables.DATABASE_URL ? openPostgres(variables.DATABASE_URL) : openEmbedded(dataDir);
    const within = async <T>(work: () => Promise<T>): Promise<T> => {
      const opened = await open();
      setDatabase(opened);
      return work().finally(() => opened.close());
    };
    return { variables, open, within };
  }

  const newAdministrator = async () => {
    const now = new Date();
    const { actor } = await withAuthenticator(await newOwner(now, 'administrator'), now);
    const added = await withPasskey(actor, now);
    const [user] = await db().select().from(users).where(eq(users.id, actor.userId));
    return { oneKeyId: user?.oneKeyId ?? '', ...added.actor };
  };

  it.skipIf(!isThere)('has them all removed, and is told; everybody else keeps theirs', async () => {
    const { variables, within } = await newCourt();
    const [lost, other] = await within(
      async () => [await newAdministrator(), await newAdministrator()] as const,
    );
    expect(court(['reset-factors'], variables)).toMatchObject({ status: 2 });
    expect(court(['reset-factors', 'nobody-there'], variables)).toMatchObject({ status: 1 });
    const { stdout, status } = court(['reset-factors', lost.oneKeyId.toUpperCase()], variables);
    expect([stdout.length > 0, status]).toEqual([true, 0]);
    await within(async () => {
      expect(await getSecondSteps(lost)).toEqual({
        authenticatorSince: null,
        passkeys: [],
        recoveryCodesLeft: 0,
      });
      expect((await getSecondSteps(other)).passkeys).toHaveLength(1);
      expect(await endReasonOf(lost.sessionId)).toBe('staff');
      expect(await endReasonOf(other.sessionId)).toBeNull();
      const lines = await db().select().from(audit).where(eq(audit.action, 'reset second steps'));
      expect(lines).toMatchObject([{ actor: 'system', subject: lost.userId }]);
      const mails = await db()
        .select()
        .from(outbox)
        .where(eq(outbox.recipient, `${lost.userId}@example.org`));
      expect(mails.some(({ text }) => text?.includes('passkeys and the recovery codes'))).toBe(true);
    });
  });

  it.skipIf(!isThere)('is offered administration by a link in a file, which outlasts a start', async () => {
    const { variables, within } = await newCourt();
    await within(newAdministrator);
    const { stdout, status } = court(['offer-administration'], variables);
    expect(status).toBe(0);
    const file = stdout.split(': ').at(-1)?.trim() ?? '';
    expect(boot(variables)).toEqual({ stdout: '', stderr: '', status: 0 });
    const token = readFileSync(file, 'utf8').trim().split('/').at(-1) ?? '';
    expect(stdout).not.toContain(token);
    await within(async () => {
      expect(await isAdministrationOffered(token, new Date())).toBe(true);
      const lines = await db().select().from(audit).where(eq(audit.action, 'offer administration'));
      expect(lines).toHaveLength(1);
    });
  });

  it.skipIf(name === 'PostgreSQL')(
    'waits until the server that holds the embedded database has stopped',
    async () => {
      const { variables, open } = await newCourt();
      const held = await open();
      const { stderr, status } = court(['offer-administration'], variables);
      await held.close();
      expect(status).not.toBe(0);
      expect(stderr).toContain('stop that first');
    },
  );
});
