import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseProxies } from '@/lib/domain/sign-in/ip';

/** The service's configuration, checked once at boot. The only file that reads process.env. */

const optional = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

const hasRealKey = (v: { SIGNING_KEY?: string | undefined; SIGNING_PKCS12?: string | undefined }) =>
  Boolean(v.SIGNING_KEY || v.SIGNING_PKCS12);

/** Where a test stands in for the provider: nothing leaves this machine. */
const isLoopback = (url: string | undefined) =>
  url !== undefined && ['localhost', '127.0.0.1'].includes(new URL(url).hostname);

/** The regions in a token of UploadThing; null where it is none. */
function regionsOf(token: string): string[] | null {
  try {
    const { regions } = z
      .object({ apiKey: z.string(), appId: z.string(), regions: z.array(z.string()).min(1) })
      .parse(JSON.parse(Buffer.from(token, 'base64').toString()));
    return regions;
  } catch {
    return null;
  }
}

const variables = z
  .object({
    NODE_ENV: z.string().default('development'),
    /** The address to listen on; see lib/server.mjs for the one that holds without it. */
    HOST: optional,
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    SERVER_PROCESSES: z.coerce.number().int().min(1).max(32).default(1),
    DATA_DIR: z.string().default('.data'),
    PUBLIC_ORIGIN: optional,
    /** Whether browsers are told that all hosts below ours use https too, and may be given a list that says so. */
    HSTS: z.enum(['own-host', 'subdomains', 'preload']).default('own-host'),
    /** Servers in front whose word about a visitor's address counts. */
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform(parseProxies)
      .refine((proxies) => proxies !== null, 'is a list of IP addresses and networks'),
    DATABASE_URL: optional.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
    MIGRATION_DATABASE_URL: optional.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
    /** Where the embedded UploadThing stores. */
    STORAGE: z.enum(['disk', 's3']).default('disk'),
    S3_ENDPOINT: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
    S3_BUCKET: optional,
    S3_REGION: optional,
    S3_ACCESS_KEY_ID: optional,
    S3_SECRET_ACCESS_KEY: optional,
    /** For so long nobody can change or delete an issued document. */
    S3_LOCK_YEARS: z.coerce.number().int().min(1).max(100).optional(),
    UPLOADTHING_TOKEN: optional,
    UPLOADTHING_REGION: optional,
    RESEND_API_KEY: optional,
    RESEND_BASE_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
    RESEND_WEBHOOK_SECRET: optional,
    MAIL_PER_SECOND: z.coerce.number().min(0.1).max(1000).default(2),
    STAFF_EMAIL: optional,
    MAIL_FROM: z.string().default('Civil Claims Online <court@localhost>'),
    AUTH_SECRET: optional.pipe(z.string().min(32, 'needs 32 characters or more').optional()),
    ANSWERS_PEPPER: optional.pipe(z.string().min(32, 'needs 32 characters or more').optional()),
    SIGNING_KEY: optional,
    SIGNING_CERTIFICATE: optional,
    SIGNING_PKCS12: optional,
    SIGNING_PASSWORD: z.string().optional(),
    TSA_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
    /** An instant, or the URL of a file that holds one. */
    COURT_CLOCK: optional.pipe(
      z.iso
        .datetime({ offset: true })
        .or(z.url({ protocol: /^file$/ }))
        .optional(),
    ),
    SESSION_IDLE_SECONDS: z.coerce.number().int().min(1).max(900).default(900),
    LEASE_SECONDS: z.coerce.number().int().min(1).max(600).default(120),
    RETRY_SECONDS: z.coerce.number().min(0.1).max(600).default(30),
    WORKER_SECONDS: z.coerce.number().min(0.1).max(60).default(2),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .refine((v) => !(v.COURT_CLOCK && v.RESEND_API_KEY && !isLoopback(v.RESEND_BASE_URL)), {
    path: ['COURT_CLOCK'],
    error: 'is for tests and demonstrations and cannot stand together with RESEND_API_KEY',
  })
  .refine((v) => !v.MIGRATION_DATABASE_URL || v.DATABASE_URL, {
    path: ['MIGRATION_DATABASE_URL'],
    error: 'is the owner of the tables, and needs DATABASE_URL, the role of the service',
  })
  .refine((v) => v.STORAGE === 'disk' || (v.S3_BUCKET && v.S3_REGION), {
    path: ['STORAGE'],
    error: 'in S3 needs S3_BUCKET and S3_REGION',
  })
  .refine((v) => v.STORAGE === 'disk' || !v.UPLOADTHING_TOKEN, {
    path: ['STORAGE'],
    error: 'in S3 is for the embedded UploadThing and cannot stand together with UPLOADTHING_TOKEN',
  })
  .refine((v) => Boolean(v.S3_ACCESS_KEY_ID) === Boolean(v.S3_SECRET_ACCESS_KEY), {
    path: ['S3_ACCESS_KEY_ID'],
    error: 'and S3_SECRET_ACCESS_KEY come together',
  })
  .refine((v) => !v.UPLOADTHING_TOKEN || regionsOf(v.UPLOADTHING_TOKEN) !== null, {
    path: ['UPLOADTHING_TOKEN'],
    error: 'is not a token of UploadThing',
  })
  .refine((v) => !v.UPLOADTHING_REGION || v.UPLOADTHING_TOKEN, {
    path: ['UPLOADTHING_REGION'],
    error: 'needs UPLOADTHING_TOKEN',
  })
  .superRefine((v, context) => {
    const regions = v.UPLOADTHING_REGION && v.UPLOADTHING_TOKEN && regionsOf(v.UPLOADTHING_TOKEN);
    if (regions && v.UPLOADTHING_REGION && !regions.includes(v.UPLOADTHING_REGION))
      context.addIssue({
        code: 'custom',
        path: ['UPLOADTHING_REGION'],
        message: `is not among the regions of UPLOADTHING_TOKEN: ${regions.join(', ')}`,
      });
  })
  .refine((v) => v.SERVER_PROCESSES === 1 || v.DATABASE_URL, {
    path: ['SERVER_PROCESSES'],
    error: 'of more than one needs DATABASE_URL: the embedded database belongs to one process',
  })
  .refine((v) => Boolean(v.SIGNING_KEY) === Boolean(v.SIGNING_CERTIFICATE), {
    path: ['SIGNING_KEY'],
    error: 'and SIGNING_CERTIFICATE come together',
  })
  .refine((v) => !(v.SIGNING_KEY && v.SIGNING_PKCS12), {
    path: ['SIGNING_PKCS12'],
    error: 'holds a key of its own and cannot stand together with SIGNING_KEY',
  })
  .refine((v) => !hasRealKey(v) || v.PUBLIC_ORIGIN, {
    path: ['PUBLIC_ORIGIN'],
    error: 'is needed with a real signing key: sealed documents bear an address of it for ever',
  })
  .refine((v) => !(hasRealKey(v) && v.COURT_CLOCK), {
    path: ['COURT_CLOCK'],
    error: 'is for tests and demonstrations and cannot stand together with a real signing key',
  })
  .refine(
    (v) =>
      !v.PUBLIC_ORIGIN ||
      (URL.canParse(v.PUBLIC_ORIGIN) && new URL(v.PUBLIC_ORIGIN).origin === v.PUBLIC_ORIGIN),
    {
      path: ['PUBLIC_ORIGIN'],
      error: 'is an origin without a path, such as https://claims.example.org',
    },
  );

/** Of processes that start at once one makes the file, whole, and the others read that. */
function linkUnlessThere(made: string, file: string): void {
  try {
    linkSync(made, file);
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

function read() {
  const parsed = variables.safeParse(process.env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is wrong:\n${wrong.join('\n')}`);
  }
  const v = parsed.data;
  const dataDir = path.resolve(/* turbopackIgnore: true */ process.cwd(), v.DATA_DIR);
  const building = process.env.NEXT_PHASE === 'phase-production-build';
  const secret = (given: string | undefined, name: string) =>
    given ?? (building ? 'not-a-secret-only-used-while-building' : keptSecret(dataDir, name));
  const origin = v.PUBLIC_ORIGIN ?? `http://localhost:${v.PORT}`;
  return {
    ...v,
    TRUSTED_PROXIES: v.TRUSTED_PROXIES ?? [],
    DATA_DIR: dataDir,
    PUBLIC_ORIGIN: origin,
    /** Whether people reach the service by https: cookies are then Secure. */
    isHttps: origin.startsWith('https://'),
    AUTH_SECRET: secret(v.AUTH_SECRET, 'auth-secret'),
    ANSWERS_PEPPER: secret(v.ANSWERS_PEPPER, 'answers-pepper'),
  };
}

export const env = read();
