import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAudit } from '@/lib/data/audit/audit-reading';
import { setDatabase } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';
import { openPostgres } from '@/lib/data/db/open';
import { newPerson } from '@/lib/testing/account/people';
import { boot, court } from '@/lib/testing/cli/court';
import { onOne, ownDatabase } from '@/lib/testing/db/databases';

const folder = mkdtempSync(path.join(tmpdir(), 'court-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Variables = Record<string, string>;

const well = { stdout: '', stderr: '', status: 0 };
type Kind = { name: string; more: () => Promise<Variables> };
const kinds: [embedded: Kind, postgres: Kind] = [
  { name: 'the embedded database', more: async () => ({}) },
  { name: 'PostgreSQL', more: async () => ({ DATABASE_URL: await ownDatabase() }) },
];

describe.each(onOne(kinds))('the secrets that $name was used with', ({ name, more }) => {
  const isThere = name !== 'PostgreSQL' || Boolean(process.env.TEST_DATABASE_URL);
  let variables: Variables;
  let dataDir: string;
  const file = (of: string) => path.join(dataDir, of);
  const secret = (of: string) => readFileSync(file(of), 'utf8').trim();

  beforeAll(async () => {
    if (!isThere) return;
    dataDir = mkdtempSync(path.join(folder, 'data-'));
    variables = { DATA_DIR: dataDir, ...(await more()) };
    expect(boot(variables)).toEqual(well);
    const { DATABASE_URL: url } = variables;
    const opened = await (url ? openPostgres(url) : openEmbedded(dataDir));
    setDatabase(opened);
    await newPerson();
    await opened.close();
    for (const of of ['auth-secret', 'answers-pepper', 'authority'])
      cpSync(file(of), path.join(dataDir, 'kept', of), { recursive: true });
  });

  const lose = (of: string) => rmSync(file(of), { recursive: true });
  const putBack = (of: string) => cpSync(path.join(dataDir, 'kept', of), file(of), { recursive: true });

  it.skipIf(!isThere)('are not made anew in silence where they are lost', () => {
    for (const of of ['auth-secret', 'answers-pepper', 'authority']) lose(of);
    for (const _ of ['once', 'and again']) {
      const { stderr, status } = boot(variables);
      expect(status).toBe(1);
      expect(stderr).toContain(
        'AUTH_SECRET (or auth-secret under DATA_DIR) is missing or another: with it everybody',
      );
      expect(stderr).toContain('with it no code of an authenticator app, no recovery code');
      expect(stderr).toContain('with it no document that was sealed before is trusted');
      expect(stderr).toContain('FORMER_AUTH_SECRET, FORMER_ANSWERS_PEPPER, FORMER_AUTHORITIES');
      expect(stderr).toContain('court -- accept-secrets AUTH_SECRET ANSWERS_PEPPER authority');
      for (const of of ['auth-secret', 'answers-pepper', 'authority'])
        expect(existsSync(file(of))).toBe(false);
    }
    for (const of of ['auth-secret', 'answers-pepper', 'authority']) putBack(of);
    expect(boot(variables)).toEqual(well);
  });

  it.skipIf(!isThere).each(['AUTH_SECRET', 'ANSWERS_PEPPER'])(
    'are rotated where the former %s is given',
    (of) => {
      const other = { ...variables, [of]: 'another secret of more than 32 characters' };
      const { stderr, status } = boot(other);
      expect([stderr.match(/is missing or another/g)?.length, status]).toEqual([1, 1]);
      expect(stderr).toContain(of);
      const former = secret(of === 'AUTH_SECRET' ? 'auth-secret' : 'answers-pepper');
      expect(boot({ ...other, [`FORMER_${of}`]: former })).toEqual(well);
      expect(boot(other)).toEqual(well);
      expect(boot(variables).status).toBe(1);
      expect(boot({ ...variables, [`FORMER_${of}`]: other[of] ?? '' })).toEqual(well);
    },
  );

  it.skipIf(!isThere)('are rotated where the certificate of the former authority is given', () => {
    const former = path.join(dataDir, 'kept', 'authority', 'ca.crt');
    const elsewhere = path.join(dataDir, 'elsewhere');
    // A new demonstration authority, made by a court of its own.
    expect(boot({ DATA_DIR: elsewhere })).toEqual(well);
    lose('authority');
    cpSync(path.join(elsewhere, 'authority'), file('authority'), { recursive: true });
    expect(boot(variables).stderr).toContain('the authority of the signing key');
    expect(boot({ ...variables, FORMER_AUTHORITIES: former })).toEqual(well);
    const printed = court(['ca'], { ...variables, FORMER_AUTHORITIES: former }).stdout;
    expect(printed).toBe(readFileSync(file('authority/ca.crt'), 'utf8') + readFileSync(former, 'utf8'));
  });

  it.skipIf(!isThere)(
    'are others from then on where an operator accepts it, and the audit log says so',
    async () => {
      lose('answers-pepper');
      expect(boot(variables).status).toBe(1);
      expect(court(['accept-secrets'], variables).status).toBe(2);
      expect(court(['accept-secrets', 'nothing'], variables).status).toBe(2);
      expect(court(['accept-secrets', 'ANSWERS_PEPPER'], variables)).toEqual({
        stdout: 'Accepted: ANSWERS_PEPPER.\n',
        stderr: '',
        status: 0,
      });
      expect(boot(variables)).toEqual(well);
      const { DATABASE_URL: url } = variables;
      const opened = await (url ? openPostgres(url) : openEmbedded(dataDir));
      setDatabase(opened);
      const { rows } = await readAudit(await newPerson('administrator'), { page: 1 }, new Date());
      await opened.close();
      expect(rows.map(({ action }) => action)).toContain('accept secrets');
    },
  );
});
