import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseProxies } from '@/lib/domain/sign-in/ip';
import {
  clock,
  email,
  file,
  folder,
  host,
  mailbox,
  number,
  oneOf,
  optional,
  origin,
  postgresUrl,
  resendKey,
  secret,
  socket,
  uploadThingToken,
  url,
  webhookSecret,
} from '@/lib/env-kinds';
import { rules } from '@/lib/env-rules';

/** The service's configuration, checked once at boot. The only file that reads process.env. */

export const variables = {
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  /** The address to listen on; see lib/server.mjs for the one that holds without it. */
  HOST: host,
  PORT: number(1, 65535).default(3000),
  SERVER_PROCESSES: number(1, 32).default(1),
  /** Where Prometheus reads this process's figures; the next process has the next port. */
  METRICS_PORT: number(1, 65535).optional(),
  METRICS_HOST: host,
  /** A receiver of traces by OTLP over HTTP. */
  OTEL_EXPORTER_OTLP_ENDPOINT: url(['https://', 'http://'], 'http://127.0.0.1:4318'),
  DATA_DIR: folder.prefault('.data'),
  PUBLIC_ORIGIN: origin,
  /** Whether browsers are told that all hosts below ours use https too, and may be given a list that says so. */
  HSTS: oneOf(['own-host', 'subdomains', 'preload']).default('own-host'),
  /** Servers in front whose word about a visitor's address counts. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(parseProxies)
    .refine((proxies) => proxies !== null, 'is a list of IP addresses and networks'),
  DATABASE_URL: postgresUrl,
  MIGRATION_DATABASE_URL: postgresUrl,
  /** A replica of the database, for public reading that may be a moment behind. */
  REPLICA_DATABASE_URL: postgresUrl,
  /** Where the embedded UploadThing stores. */
  STORAGE: oneOf(['disk', 's3']).default('disk'),
  S3_ENDPOINT: url(['https://', 'http://'], 'https://s3.example.ca'),
  S3_BUCKET: optional,
  S3_REGION: optional,
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  /** For so long nobody can change or delete an issued document. */
  S3_LOCK_YEARS: number(1, 100).optional(),
  UPLOADTHING_TOKEN: uploadThingToken,
  /** The region of UploadThing in which files shall lie; the token must be for it. */
  UPLOADTHING_REGION: optional,
  /** Where ClamAV's daemon listens; uploads are shown to it first. */
  CLAMD_SOCKET: socket,
  RESEND_API_KEY: resendKey,
  RESEND_BASE_URL: url(['https://', 'http://'], 'https://api.example.org'),
  RESEND_WEBHOOK_SECRET: webhookSecret,
  MAIL_PER_SECOND: number(0.1, 1000, { whole: false }).default(2),
  STAFF_EMAIL: email,
  MAIL_FROM: mailbox.default('Civil Claims Online <court@localhost>'),
  AUTH_SECRET: secret,
  ANSWERS_PEPPER: secret,
  /** The secrets and authorities of before, while what they made still counts. */
  FORMER_AUTH_SECRET: secret,
  FORMER_ANSWERS_PEPPER: secret,
  FORMER_AUTHORITIES: file,
  SIGNING_KEY: file,
  SIGNING_CERTIFICATE: file,
  SIGNING_PKCS12: file,
  SIGNING_PASSWORD: z.string().optional(),
  TSA_URL: url(['https://', 'http://'], 'https://timestamp.example.org/'),
  COURT_CLOCK: clock,
  SESSION_IDLE_SECONDS: number(1, 900).default(900),
  LEASE_SECONDS: number(1, 600).default(120),
  RETRY_SECONDS: number(0.1, 600, { whole: false }).default(30),
  WORKER_SECONDS: number(0.1, 60, { whole: false }).default(2),
  /** How often storage and the PDF processes are tried, and how often at most it is looked for what staff must hear of. */
  CHECK_SECONDS: number(1, 3600).default(300),
  /** Whether what cannot be undone takes a second person, or waits ten minutes in an office that has one. */
  SECOND_PERSON: oneOf(['required', 'wait']).default('required'),
  /** So many days after its last save a draft is deleted; its filer is told two weeks before. */
  DRAFT_DAYS: number(15, 3650).default(180),
  /** Less free space under DATA_DIR than this, in megabytes, is too little. */
  DISK_FLOOR_MB: number(1, 1_000_000_000).default(1024),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
};
export type Variables = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]> };

/** Files of secrets that this process made because there were none. */
const madeSecrets: string[] = [];

/** Of processes that start at once one makes the file, whole, and the others read that. */
function linkUnlessThere(made: string, file: string): void {
  try {
    linkSync(made, file);
    madeSecrets.push(file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
}

/** A secret of 256 bits, made once and kept in a file that only the service's user can read. */
function keptSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const made = `${file}.${process.pid}`;
    writeFileSync(made, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    linkUnlessThere(made, file);
    rmSync(made);
    return readFileSync(file, 'utf8').trim();
  }
}

/** Each variable by itself, then what they ask of each other. @throws with all that is wrong in one list */
function parse(given: Record<string, string | undefined>): Variables {
  const read: Record<string, unknown> = {};
  const wrong: [name: string, words: string][] = [];
  for (const [name, kind] of Object.entries(variables)) {
    // A variable that is set to nothing is not set.
    const { success, data, error } = kind.safeParse(given[name] || undefined);
    if (success) read[name] = data;
    else wrong.push([name, error.issues[0]?.message ?? 'is wrong']);
  }
  const values = read as Variables;
  const areRight = (names: readonly string[]) => names.every((name) => Object.hasOwn(read, name));
  for (const { name, others, isKept, words } of rules)
    if (areRight([name, ...others]) && !isKept(values)) wrong.push([name, words]);
  if (wrong.length === 0) return values;
  const lines = wrong.map(([name, words]) => `  ${name}: ${words}`);
  throw new Error(`The configuration is wrong:\n${lines.join('\n')}`);
}

/** Makes a value when it is first asked for. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function read() {
  const building = process.env.NEXT_PHASE === 'phase-production-build';
  // What surrounds a build says nothing about the servers that will run it.
  const v = parse(building ? { NODE_ENV: process.env.NODE_ENV } : process.env);
  const dataDir = path.resolve(/* turbopackIgnore: true */ process.cwd(), v.DATA_DIR);
  // Only a service that starts makes its secrets: one that is refused leaves nothing behind.
  const secretOf = (given: string | undefined, name: string) =>
    once(() => given ?? (building ? 'not-a-secret-only-used-while-building' : keptSecret(dataDir, name)));
  const authSecret = secretOf(v.AUTH_SECRET, 'auth-secret');
  const answersPepper = secretOf(v.ANSWERS_PEPPER, 'answers-pepper');
  const publicOrigin = v.PUBLIC_ORIGIN ?? `http://localhost:${v.PORT}`;
  return {
    ...v,
    TRUSTED_PROXIES: v.TRUSTED_PROXIES ?? [],
    DATA_DIR: dataDir,
    PUBLIC_ORIGIN: publicOrigin,
    /** Whether people reach the service by https: cookies are then Secure. */
    isHttps: publicOrigin.startsWith('https://'),
    get AUTH_SECRET() {
      return authSecret();
    },
    get ANSWERS_PEPPER() {
      return answersPepper();
    },
    /** Files of secrets that this process made because there were none. */
    madeSecrets,
  };
}

export const env = read();
