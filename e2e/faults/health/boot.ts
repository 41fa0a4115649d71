import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../lib/testing/db/postgres';
import { certify, openssl } from '../../../lib/testing/pdf/authority';

type Case = { env: Record<string, string>; told: RegExp[] };

const origin = { PUBLIC_ORIGIN: 'https://claims.example.org', HOST: '127.0.0.1' };

/** What cannot work, and the words by which a start is refused. */
async function casesIn(folder: string): Promise<Record<string, Case>> {
  const court = certify(folder, 'Court', { profile: 'court' });
  const other = certify(folder, 'Other', { profile: 'court' });
  const garbage = path.join(folder, 'garbage');
  writeFileSync(garbage, 'garbage');
  const SIGNING_PKCS12 = path.join(folder, 'court.p12');
  const both = ['-inkey', court.key, '-in', court.certificate];
  openssl('pkcs12', '-export', ...both, '-out', SIGNING_PKCS12, '-passout', 'pass:right');
  const pair = { SIGNING_KEY: court.key, SIGNING_CERTIFICATE: court.certificate, ...origin };
  const token = { apiKey: 'sk_live_x', appId: 'court', regions: ['sea1'] };
  const UPLOADTHING_TOKEN = Buffer.from(JSON.stringify(token)).toString('base64');
  const nowhere = `127.0.0.1:${await freePort()}`;
  return {
    'many variables': {
      env: { PORT: 'x', UPLOADTHING_TOKEN: 'garbage', WORKER_SECONDS: '0', RESEND_API_KEY: 're_x' },
      told: [/^ {2}PORT: /m, /^ {2}UPLOADTHING_TOKEN: /m, /^ {2}WORKER_SECONDS: /m, /^ {2}MAIL_FROM: /m],
    },
    'no such key': {
      env: { ...pair, SIGNING_KEY: path.join(folder, 'none.key') },
      told: [/^ {2}SIGNING_KEY: is no file/m],
    },
    'a key that is none': {
      env: { ...pair, SIGNING_KEY: garbage },
      told: [/^ {2}SIGNING_KEY: The signing key cannot be read/m],
    },
    'a certificate that is none': {
      env: { ...pair, SIGNING_CERTIFICATE: garbage },
      told: [/no certificate/],
    },
    'a key of another certificate': {
      env: { ...pair, SIGNING_CERTIFICATE: other.certificate },
      told: [/^ {2}SIGNING_KEY: There is no certificate for the signing key/m],
    },
    'a wrong password': {
      env: { SIGNING_PKCS12, SIGNING_PASSWORD: 'wrong', ...origin },
      told: [/^ {2}SIGNING_PKCS12: .*password/m],
    },
    'a database that is not there': {
      env: { DATABASE_URL: `postgres://court@${nowhere}/court` },
      told: [/^DATABASE_URL: PostgreSQL cannot be used: /m],
    },
    'a storage that is not there': {
      env: {
        UPLOADTHING_TOKEN,
        UPLOADTHING_API_URL: `http://${nowhere}`,
        UPLOADTHING_INGEST_URL: `http://${nowhere}`,
      },
      told: [/^ {2}UPLOADTHING_TOKEN: /m],
    },
  };
}

/** Starts the production build and waits until it ends. */
async function startAndEnd(env: Record<string, string>) {
  const started = spawn(process.execPath, ['lib/start.mjs'], { env: { ...process.env, ...env } });
  const printed: string[] = [];
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk) => printed.push(String(chunk)));
  const [code] = await once(started, 'close');
  return { code, output: printed.join('') };
}

/** A start is refused in words for everything that cannot work, and leaves nothing behind. */
export async function startsAreRefused(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-boot-'));
  try {
    const cases = Object.entries(await casesIn(folder));
    for (const [name, { env, told }] of cases) {
      const dataDir = path.join(folder, `data of ${name}`);
      const port = String(await freePort());
      const { code, output } = await startAndEnd({
        PORT: port,
        DATA_DIR: dataDir,
        LOG_LEVEL: 'fatal',
        ...env,
      });
      assert.equal(code, 1, `${name}: exit code 1, with:\n${output}`);
      for (const words of told) assert.match(output, words, name);
      assert.doesNotMatch(output, /^ +at /m, `${name}: words and no stack`);
      assert.equal(existsSync(dataDir), false, `${name}: nothing written`);
    }
    return `${cases.length} starts refused in words, with nothing written`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
