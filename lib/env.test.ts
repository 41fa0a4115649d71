import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Reads the configuration in a process of its own. */
function boot(variables: Record<string, string>) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'court-env-'));
  const script = `process.stdout.write(JSON.stringify(require('./lib/env').env))`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
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

it('takes no set clock together with the real e-mail', () => {
  const clock = { COURT_CLOCK: '2026-11-23T15:00:00Z' };
  expect(boot(clock).status).toBe(0);
  expect(boot({ ...clock, RESEND_API_KEY: 're_x' }).stderr).toContain('COURT_CLOCK');
});
