import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from '@/lib/data/db/schema/account';
import { createdAt, id, instant } from '@/lib/data/db/schema/columns';
import type { InPersonState } from '@/lib/domain/account/in-person';

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    lastActiveAt: instant('last_active_at').notNull(),
    /**
     * The password was right and the second step is still missing. Until it is given, the session opens
     * nothing.
     */
    secondStepDue: boolean('second_step_due').notNull().default(false),
    /** When a factor was last given in this session: sensitive acts require a recent one. */
    confirmedAt: instant('confirmed_at'),
    /**
     * When the password was last given in this session: an account without a second step is asked for it
     * instead.
     */
    passwordAt: instant('password_at'),
    /** Browser and system in words, and the IP address, so that the owner can recognise the session. */
    device: text('device').notNull().default(''),
    ip: text('ip'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason').$type<
      | 'sign-out'
      | 'idle'
      | 'limit'
      | 'password'
      | 'lock'
      | 'role'
      | 'renewed'
      | 'owner'
      | 'staff'
      | 'closed'
      | 'second-step'
    >(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** A person's authenticator app: codes by time (RFC 6238). A key outside the database encrypts its secret. */
export const authenticators = pgTable('authenticators', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  secret: text('secret').notNull(),
  /** Null until the first code was right. Before that the app plays no part in signing in. */
  confirmedAt: instant('confirmed_at'),
  /** The time step of the last accepted code, so that no code counts twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  createdAt: createdAt(),
});

/** A key pair of a person's device or password manager (WebAuthn). */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    credentialId: text('credential_id').notNull().unique(),
    /** COSE, as base64url. */
    publicKey: text('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    name: text('name').notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [index('passkeys_user').on(t.userId)],
);

/** Codes to keep on paper. Each replaces the second step once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('recovery_codes_of').on(t.userId, t.codeHash)],
);

/**
 * Recoveries of accounts in person. One member of staff begins, another confirms; each gives half of a code. Of the
 * halves only keyed hashes are kept.
 */
export const inPersonRecoveries = pgTable(
  'in_person_recoveries',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** How the person showed who they are. */
    reason: text('reason').notNull(),
    /** Whether the person lost every second step, so that these go once a new password is chosen. */
    lostSteps: boolean('lost_steps').notNull(),
    state: text('state').$type<InPersonState>().notNull().default('begun'),
    begunBy: uuid('begun_by')
      .notNull()
      .references(() => users.id),
    begunAt: instant('begun_at').notNull(),
    firstHash: text('first_hash').notNull(),
    confirmedBy: uuid('confirmed_by').references(() => users.id),
    confirmedAt: instant('confirmed_at'),
    secondHash: text('second_hash'),
    /** Tries left for whoever knows one half and guesses the other. */
    attemptsLeft: integer('attempts_left').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('in_person_open').on(t.userId).where(sql`state in ('begun', 'confirmed')`),
    index('in_person_begun').on(t.begunAt),
    check('in_person_reason', sql`${t.reason} <> ''`),
    check('in_person_two_halves', sql`(${t.confirmedAt} is null) = (${t.secondHash} is null)`),
    // Where one person alone runs the office, ten minutes stand between the halves.
    check(
      'in_person_second_person',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.begunBy}
        or ${t.confirmedAt} >= ${t.begunAt} + interval '10 minutes'`,
    ),
  ],
);

/**
 * Browsers in which a person has signed in before. Attacks on the account from elsewhere do not make them
 * wait.
 */
export const knownDevices = pgTable(
  'known_devices',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    tokenHash: text('token_hash').notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull(),
  },
  (t) => [uniqueIndex('known_devices_of').on(t.userId, t.tokenHash)],
);

/** The counts of rate-limiter-flexible: attempts under a key, until they expire. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    points: integer('points').notNull(),
    expire: instant('expire'),
  },
  (t) => [index('rate_limits_expire').on(t.expire)],
);
