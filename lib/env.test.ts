import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { variables } from '@/lib/env';
import { extent } from '@/lib/testing/extent';

/** Reads the configuration in a process of its own. */
function boot(variables: Record<string, string>) {
  const dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'court-env-')), 'data');
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

/** A file that there is, with this text. */
function written(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'court-env-file-')), 'file');
  writeFileSync(file, text);
  return file;
}

const aFile = written('a file');
const token = (says: object) => Buffer.from(JSON.stringify(says)).toString('base64');
const goodToken = { apiKey: 'sk_live_x', appId: 'court', regions: ['sea1', 'can1'] };

/** Of each variable some values with which nothing can work. */
const wrongValues: Record<keyof typeof variables, string[]> = {
  NODE_ENV: ['staging'],
  HOST: ['203.0.113.77', '999.1.1.1', 'no host', 'http://localhost', '-x', '::g'],
  PORT: ['x', '0', '65536', '-1', '3000.5', ' ', 'Infinity', '3000;'],
  SERVER_PROCESSES: ['0', '33', '1.5', 'many'],
  METRICS_PORT: ['x', '0', '65536', '9464.5', '3000'],
  METRICS_HOST: ['203.0.113.77', 'no host', '127.0.0.1'],
  OTEL_EXPORTER_OTLP_ENDPOINT: ['collector:4318', 'grpc://collector:4317'],
  DATA_DIR: [aFile, path.join(aFile, 'below'), '/proc/data', ' '],
  PUBLIC_ORIGIN: ['claims.example.org', 'https://claims.example.org/', 'ftp://claims.example.org', 'x'],
  HSTS: ['yes', 'Preload'],
  TRUSTED_PROXIES: ['10.0.0.0/40', 'proxy.example.org', '10.0.0.1 and 10.0.0.2'],
  DATABASE_URL: ['mysql://db', 'db', 'postgres:'],
  MIGRATION_DATABASE_URL: ['mysql://db', 'http://db/court'],
  REPLICA_DATABASE_URL: ['mysql://db', 'http://db/court'],
  STORAGE: ['tape', 'S3', 's3'],
  S3_ENDPOINT: ['s3.example.ca', 'ftp://s3.example.ca'],
  S3_BUCKET: [],
  S3_REGION: [],
  S3_ACCESS_KEY_ID: ['AKIA'],
  S3_SECRET_ACCESS_KEY: [],
  S3_LOCK_YEARS: ['0', '101', '1.5', 'x'],
  UPLOADTHING_TOKEN: [
    'garbage',
    token({}),
    token({ ...goodToken, regions: [] }),
    token({ ...goodToken, regions: undefined }),
    token({ ...goodToken, apiKey: 'pk_x' }),
    Buffer.from('null').toString('base64'),
  ],
  UPLOADTHING_REGION: ['can1'],
  CLAMD_SOCKET: ['clamd.ctl', 'tcp://localhost:3310'],
  RESEND_API_KEY: ['garbage', 're_', 're_with space'],
  RESEND_BASE_URL: ['api.example.org', 'ftp://api.example.org'],
  RESEND_WEBHOOK_SECRET: ['garbage', 'whsec_', 'whsec_not base64'],
  MAIL_PER_SECOND: ['0', '1001', 'fast'],
  STAFF_EMAIL: ['office', 'office@', 'office@example', 'a@example.org, b@example.org'],
  MAIL_FROM: ['Court', 'Court <court>', 'court@', 'Court <court@example.org', 'a@b@c'],
  AUTH_SECRET: ['short'],
  ANSWERS_PEPPER: ['short'],
  FORMER_AUTH_SECRET: ['short'],
  FORMER_ANSWERS_PEPPER: ['short'],
  FORMER_AUTHORITIES: ['/no/such/file', tmpdir()],
  SIGNING_KEY: ['/no/such/file', tmpdir()],
  SIGNING_CERTIFICATE: ['/no/such/file', tmpdir()],
  SIGNING_PKCS12: ['/no/such/file', tmpdir()],
  SIGNING_PASSWORD: ['without a key'],
  TSA_URL: ['timestamp.example.org', 'ldap://timestamp.example.org'],
  COURT_CLOCK: [
    'noon',
    '2026-11-23',
    '2026-13-23T15:00:00Z',
    'file:///no/such/file',
    pathToFileURL(aFile).href,
  ],
  SESSION_IDLE_SECONDS: ['901', '0', 'x'],
  LEASE_SECONDS: ['0', '601', 'x'],
  RETRY_SECONDS: ['0', '601', 'x'],
  WORKER_SECONDS: ['0', '61', 'x'],
  CHECK_SECONDS: ['0', '3601', 'x'],
  SECOND_PERSON: ['no', 'Required'],
  DRAFT_DAYS: ['14', '3651', '1.5', 'x'],
  DISK_FLOOR_MB: ['0', '-5', 'x'],
  LOG_LEVEL: ['verbose', 'INFO'],
};

const lines = (stderr: string) => [...stderr.matchAll(/^ {2}([A-Z][A-Z_\d]+): (.+)$/gm)];

describe.each(Object.entries(wrongValues).filter(([, values]) => values.length > 0))('%s', (name, values) => {
  it.each(extent(values, values.slice(0, 1)))('cannot be %j', (value) => {
    const { status, stderr, dataDir } = boot({ [name]: value });
    expect(status).toBe(1);
    const told = lines(stderr);
    expect(told.map(([, told]) => told)).toEqual([name]);
    expect(told[0]?.[2]).toMatch(/^(is|in|needs|opens|and|of|holds|cannot) .+/);
    expect(existsSync(dataDir)).toBe(false);
  });
});

it('names every variable that is wrong in one list, and writes nothing', () => {
  const names = Object.keys(variables);
  expect(Object.keys(wrongValues).sort()).toEqual(names.toSorted());
  // What is only wrong beside another shows where that other is right.
  const beside = ['UPLOADTHING_REGION', 'SIGNING_PASSWORD', 'S3_BUCKET', 'S3_REGION', 'S3_SECRET_ACCESS_KEY'];
  const all = Object.fromEntries(Object.entries(wrongValues).map(([name, [value = '']]) => [name, value]));
  const { status, stderr } = boot(all);
  expect(status).toBe(1);
  expect(
    lines(stderr)
      .map(([, name]) => name)
      .sort(),
  ).toEqual(names.filter((name) => !beside.includes(name)).sort());
});

it('judges what is right by itself beside what is wrong elsewhere', () => {
  const { stderr, dataDir } = boot({
    PORT: 'x',
    SERVER_PROCESSES: '2',
    SIGNING_KEY: aFile,
    RESEND_API_KEY: 're_x',
    COURT_CLOCK: '2026-11-23T15:00:00Z',
  });
  expect(lines(stderr).map(([, name]) => name)).toEqual([
    ...[
      'PORT',
      'COURT_CLOCK',
      'MAIL_FROM',
      'SERVER_PROCESSES',
      'SIGNING_KEY',
      'PUBLIC_ORIGIN',
      'COURT_CLOCK',
    ],
  ]);
  expect(existsSync(dataDir)).toBe(false);
});

it('repeats no value that it refuses', () => {
  const { stderr } = boot({
    AUTH_SECRET: 'hush-hush',
    UPLOADTHING_TOKEN: 'hush-hush',
    DATABASE_URL: 'hush-hush',
  });
  expect(stderr).not.toContain('hush-hush');
});

it('takes a variable that is set to nothing for one that is not set', () => {
  const none = Object.fromEntries(Object.keys(variables).map((name) => [name, '']));
  expect(boot({ ...none, DATA_DIR: mkdtempSync(path.join(tmpdir(), 'court-env-')) }).env).toMatchObject({
    PORT: 3000,
    MAIL_PER_SECOND: 2,
  });
});

it('sends by Resend only from an address that can be one of the internet', () => {
  const RESEND_API_KEY = 're_x';
  for (const from of ['Court <court@localhost>', 'court@court.local', 'court@court.test'])
    expect(lines(boot({ RESEND_API_KEY, MAIL_FROM: from }).stderr)[0]?.[1]).toBe('MAIL_FROM');
  expect(boot({ RESEND_API_KEY }).stderr).toContain('MAIL_FROM');
  for (const from of ['Court <court@example.org>', 'court@example.org'])
    expect(boot({ RESEND_API_KEY, MAIL_FROM: from }).status).toBe(0);
  expect(boot({ RESEND_API_KEY, RESEND_BASE_URL: 'http://127.0.0.1:8025' }).status).toBe(0);
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
  const pair = { SIGNING_KEY: aFile, SIGNING_CERTIFICATE: written('a certificate') };
  const pkcs12 = { SIGNING_PKCS12: aFile, SIGNING_PASSWORD: ' with spaces ' };
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
    if (!isTaken) expect(stderr).toContain('UPLOADTHING_TOKEN: is not for the region of UPLOADTHING_REGION');
    expect(stderr).not.toContain(token(regions));
  });
});
