import type { Variables } from '@/lib/env';
import { addressOf, readToken } from '@/lib/env-kinds';

/** What variables ask of each other. A rule is looked at where each of its variables is right by itself. */
type Rule = {
  /** The variable that is named as wrong. */
  name: keyof Variables;
  others: readonly (keyof Variables)[];
  isKept: (v: Variables) => boolean;
  words: string;
};

const hasRealKey = (v: Variables) => Boolean(v.SIGNING_KEY || v.SIGNING_PKCS12);

/** Where a test stands in for the provider: nothing leaves this machine. */
const isLoopback = (url: string | undefined) =>
  url !== undefined && ['localhost', '127.0.0.1'].includes(new URL(url).hostname);

const sendsMail = (v: Variables) => Boolean(v.RESEND_API_KEY) && !isLoopback(v.RESEND_BASE_URL);

/** Whether a domain can be one of the public internet: RFC 6761 reserves these names, RFC 6762 `local`. */
const isPublicDomain = (domain: string) =>
  domain.includes('.') && !/\.(localhost|local|invalid|test|example|internal)$/i.test(domain);

export const rules: readonly Rule[] = [
  {
    name: 'METRICS_PORT',
    others: ['PORT'],
    isKept: (v) => v.METRICS_PORT !== v.PORT,
    words: 'is PORT, or reaches it with the processes of SERVER_PROCESSES: metrics need ports of their own',
  },
  {
    name: 'METRICS_HOST',
    others: ['METRICS_PORT'],
    isKept: (v) => !v.METRICS_HOST || Boolean(v.METRICS_PORT),
    words: 'needs METRICS_PORT',
  },
  {
    name: 'COURT_CLOCK',
    others: ['RESEND_API_KEY', 'RESEND_BASE_URL'],
    isKept: (v) => !(v.COURT_CLOCK && sendsMail(v)),
    words: 'is for tests and demonstrations and cannot stand together with RESEND_API_KEY',
  },
  {
    name: 'MAIL_FROM',
    others: ['RESEND_API_KEY', 'RESEND_BASE_URL'],
    isKept: (v) => !sendsMail(v) || isPublicDomain(addressOf(v.MAIL_FROM)?.split('@').at(-1) ?? ''),
    words: 'needs an address of a domain that Resend has verified: RESEND_API_KEY is set',
  },
  {
    name: 'RESEND_BASE_URL',
    others: ['RESEND_API_KEY'],
    isKept: (v) => !v.RESEND_BASE_URL || Boolean(v.RESEND_API_KEY),
    words: 'needs RESEND_API_KEY',
  },
  {
    name: 'STORAGE',
    others: ['S3_BUCKET', 'S3_REGION'],
    isKept: (v) => v.STORAGE === 'disk' || Boolean(v.S3_BUCKET && v.S3_REGION),
    words: 'in S3 needs S3_BUCKET and S3_REGION',
  },
  {
    name: 'STORAGE',
    others: ['UPLOADTHING_TOKEN'],
    isKept: (v) => v.STORAGE === 'disk' || !v.UPLOADTHING_TOKEN,
    words: 'in S3 is for the embedded UploadThing and cannot stand together with UPLOADTHING_TOKEN',
  },
  {
    name: 'S3_ACCESS_KEY_ID',
    others: ['S3_SECRET_ACCESS_KEY'],
    isKept: (v) => Boolean(v.S3_ACCESS_KEY_ID) === Boolean(v.S3_SECRET_ACCESS_KEY),
    words: 'and S3_SECRET_ACCESS_KEY come together',
  },
  {
    name: 'UPLOADTHING_REGION',
    others: ['UPLOADTHING_TOKEN'],
    isKept: (v) => !v.UPLOADTHING_REGION || Boolean(v.UPLOADTHING_TOKEN),
    words: 'needs UPLOADTHING_TOKEN',
  },
  {
    name: 'UPLOADTHING_TOKEN',
    others: ['UPLOADTHING_REGION'],
    isKept: (v) =>
      !v.UPLOADTHING_REGION ||
      !v.UPLOADTHING_TOKEN ||
      Boolean(readToken(v.UPLOADTHING_TOKEN)?.regions.includes(v.UPLOADTHING_REGION)),
    words: 'is not for the region of UPLOADTHING_REGION',
  },
  {
    name: 'MIGRATION_DATABASE_URL',
    others: ['DATABASE_URL'],
    isKept: (v) => !v.MIGRATION_DATABASE_URL || Boolean(v.DATABASE_URL),
    words: 'is the owner of the tables, and needs DATABASE_URL, the role of the service',
  },
  {
    name: 'REPLICA_DATABASE_URL',
    others: ['DATABASE_URL'],
    isKept: (v) => !v.REPLICA_DATABASE_URL || Boolean(v.DATABASE_URL),
    words: 'is a copy of the database of DATABASE_URL, and needs it',
  },
  {
    name: 'SERVER_PROCESSES',
    others: ['DATABASE_URL'],
    isKept: (v) => v.SERVER_PROCESSES === 1 || Boolean(v.DATABASE_URL),
    words: 'of more than one needs DATABASE_URL: the embedded database belongs to one process',
  },
  {
    name: 'SIGNING_KEY',
    others: ['SIGNING_CERTIFICATE'],
    isKept: (v) => Boolean(v.SIGNING_KEY) === Boolean(v.SIGNING_CERTIFICATE),
    words: 'and SIGNING_CERTIFICATE come together',
  },
  {
    name: 'SIGNING_PKCS12',
    others: ['SIGNING_KEY'],
    isKept: (v) => !(v.SIGNING_KEY && v.SIGNING_PKCS12),
    words: 'holds a key of its own and cannot stand together with SIGNING_KEY',
  },
  {
    name: 'SIGNING_PASSWORD',
    others: ['SIGNING_KEY', 'SIGNING_PKCS12'],
    isKept: (v) => v.SIGNING_PASSWORD === undefined || hasRealKey(v),
    words: 'opens SIGNING_KEY or SIGNING_PKCS12, and neither is set',
  },
  {
    name: 'PUBLIC_ORIGIN',
    others: ['SIGNING_KEY', 'SIGNING_PKCS12'],
    isKept: (v) => !hasRealKey(v) || Boolean(v.PUBLIC_ORIGIN),
    words: 'is needed with a real signing key: sealed documents bear an address of it for ever',
  },
  {
    name: 'COURT_CLOCK',
    others: ['SIGNING_KEY', 'SIGNING_PKCS12'],
    isKept: (v) => !(hasRealKey(v) && v.COURT_CLOCK),
    words: 'is for tests and demonstrations and cannot stand together with a real signing key',
  },
];
