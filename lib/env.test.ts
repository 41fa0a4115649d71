import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';

/** Reads the configuration in a process of its own. */
function boot(variables: Record<string, string>) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'court-env-'));
  const program = JSON.stringify(path.join(inject('programs'), 'env.mjs'));
  const script = `process.stdout.write(JSON.stringify((await import(${program})).env))`;
  const args = ['--input-type=module', '-e', script];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', DATA_DIR: dataDir, ...variables },
  });
  return { status, stderr, dataDir, env: status === 0 ? JSON.parse(stdout) : {} };
}

it('needs nothing, and makes each missing secret once, for its own user alone', () => {
  const first = boot({});
  expect(first.env).toMatchObject({
    PORT: 3000,
    PUBLIC_ORIGIN: 'http://localhost:3000',
    SESSION_IDLE_SECONDS: 900,
  });
  for (const [name, file] of [
    ['AUTH_SECRET', 'auth-secret'],
    ['ANSWERS_PEPPER', 'answers-pepper'],
  ] as const) {
    const kept = path.join(first.dataDir, file);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(readFileSync(kept, 'utf8').trim()).toBe(first.env[name]);
    expect(boot({ DATA_DIR: first.dataDir }).env[name]).toBe(first.env[name]);
  }
  expect(boot({}).env.AUTH_SECRET).not.toBe(first.env.AUTH_SECRET);
});

it('refuses to start and lists everything that is wrong', () => {
  const { status, stderr } = boot({
    PORT: 'x',
    DATABASE_URL: 'mysql://db',
    AUTH_SECRET: 'short',
    SESSION_IDLE_SECONDS: '901',
  });
  expect(status).not.toBe(0);
  for (const name of ['PORT', 'DATABASE_URL', 'AUTH_SECRET', 'SESSION_IDLE_SECONDS'])
    expect(stderr).toContain(name);
});

it('takes the owner of the tables only beside the role of the service', () => {
  const owner = { MIGRATION_DATABASE_URL: 'postgres://owner@db/court' };
  expect(boot(owner).stderr).toContain('MIGRATION_DATABASE_URL');
  expect(boot({ ...owner, DATABASE_URL: 'postgres://service@db/court' }).env).toMatchObject(owner);
});

it('takes several processes only with a database that they can share', () => {
  const several = { SERVER_PROCESSES: '2' };
  expect(boot(several).stderr).toContain('SERVER_PROCESSES');
  expect(boot({ ...several, DATABASE_URL: 'postgres://service@db/court' }).env).toMatchObject({
    SERVER_PROCESSES: 2,
  });
});

it('takes no set clock together with the real e-mail', () => {
  const clock = { COURT_CLOCK: '2026-11-23T15:00:00Z' };
  expect(boot(clock).status).toBe(0);
  expect(boot({ ...clock, RESEND_API_KEY: 're_x' }).stderr).toContain('COURT_CLOCK');
});

it('takes a real signing key whole, and with an origin and the true time', () => {
  const origin = { PUBLIC_ORIGIN: 'https://claims.example.org' };
  const pair = { SIGNING_KEY: 'court.key', SIGNING_CERTIFICATE: 'court.pem' };
  const pkcs12 = { SIGNING_PKCS12: 'court.p12', SIGNING_PASSWORD: ' with spaces ' };
  expect(boot({ ...pair, ...origin }).env).toMatchObject(pair);
  expect(boot({ ...pkcs12, ...origin }).env).toMatchObject(pkcs12);
  expect(boot(pair).stderr).toContain('PUBLIC_ORIGIN');
  expect(boot(pkcs12).stderr).toContain('PUBLIC_ORIGIN');
  for (const [name, value] of Object.entries(pair)) {
    expect(boot({ [name]: value, ...origin }).stderr).toContain('SIGNING_KEY: and SIGNING_CERTIFICATE');
  }
  expect(boot({ ...pair, ...pkcs12, ...origin }).stderr).toContain('SIGNING_PKCS12');
  const clock = { COURT_CLOCK: '2026-11-23T15:00:00Z' };
  for (const key of [pair, pkcs12]) {
    expect(boot({ ...key, ...origin, ...clock }).stderr).toContain('COURT_CLOCK');
  }
});

it('asks a time-stamping authority by http or https', () => {
  expect(boot({ TSA_URL: 'http://timestamp.example.org/tsr' }).status).toBe(0);
  expect(boot({ TSA_URL: 'timestamp.example.org' }).stderr).toContain('TSA_URL');
  expect(boot({ TSA_URL: 'ldap://timestamp.example.org' }).stderr).toContain('TSA_URL');
});

describe('storage', () => {
  const token = (regions: string[]) =>
    Buffer.from(JSON.stringify({ apiKey: 'sk_test', appId: 'app', regions })).toString('base64');

  it('takes S3 only with a bucket and a region, and its keys together', () => {
    const s3 = { STORAGE: 's3', S3_BUCKET: 'documents', S3_REGION: 'ca-central-1' };
    expect(boot(s3).env).toMatchObject(s3);
    expect(boot({ ...s3, S3_BUCKET: '' }).stderr).toContain('STORAGE: in S3 needs S3_BUCKET and S3_REGION');
    expect(boot({ ...s3, S3_REGION: '' }).stderr).toContain('STORAGE: in S3 needs S3_BUCKET and S3_REGION');
    const { stderr } = boot({ ...s3, S3_SECRET_ACCESS_KEY: 'a-secret-key' });
    expect(stderr).toContain('S3_ACCESS_KEY_ID: and S3_SECRET_ACCESS_KEY come together');
    expect(stderr).not.toContain('a-secret-key');
    expect(boot({ ...s3, UPLOADTHING_TOKEN: token(['can1']) }).stderr).toContain('STORAGE');
    expect(boot({ STORAGE: 'tape' }).stderr).toContain('STORAGE');
  });

  it.each([
    [['can1'], 'can1', true],
    [['sea1', 'can1'], 'can1', true],
    [['sea1'], 'can1', false],
    [['can12'], 'can1', false],
  ])('with a token for %j takes the region %s: %s', (regions, region, isTaken) => {
    const { status, stderr } = boot({ UPLOADTHING_TOKEN: token(regions), UPLOADTHING_REGION: region });
    expect(status === 0).toBe(isTaken);
    if (!isTaken)
      expect(stderr).toContain(`UPLOADTHING_REGION: is not among the regions of UPLOADTHING_TOKEN`);
    expect(stderr).not.toContain(token(regions));
  });

  it('takes a region only with a token, and no token that is none', () => {
    expect(boot({ UPLOADTHING_REGION: 'can1' }).stderr).toContain(
      'UPLOADTHING_REGION: needs UPLOADTHING_TOKEN',
    );
    expect(boot({ UPLOADTHING_TOKEN: 'sk_live_abc' }).stderr).toContain('UPLOADTHING_TOKEN: is not a token');
  });
});
