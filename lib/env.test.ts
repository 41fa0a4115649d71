import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, it } from 'vitest';

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

it('takes several servers of PostgreSQL in one address, and a replica beside them', () => {
  const several = {
    DATABASE_URL: 'postgres://court:a,b@one:5432,two:5433/court?target_session_attrs=primary',
    REPLICA_DATABASE_URL: 'postgres://court@[::1]:5432/court',
  };
  expect(boot(several).env).toMatchObject(several);
  expect(boot({ REPLICA_DATABASE_URL: several.REPLICA_DATABASE_URL }).stderr).toContain(
    'REPLICA_DATABASE_URL',
  );
  for (const DATABASE_URL of ['postgres://one:x,two/court', 'http://one,two/court', 'one,two'])
    expect(boot({ DATABASE_URL }).stderr).toContain('DATABASE_URL');
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
