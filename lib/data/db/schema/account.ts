import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from '@/lib/data/db/schema/columns';
import type { Role } from '@/lib/domain/access/access';
import type { SecurityQuestion } from '@/lib/domain/account/security-question';
import type { Usual } from '@/lib/domain/claim/draft/usual';
import type { Contact } from '@/lib/domain/contact/contact';

/** A ONE-key login. */
export const users = pgTable(
  'users',
  {
    id: id(),
    oneKeyId: text('one_key_id').notNull(),
    oneKeyIdFolded: text('one_key_id_folded').notNull().unique(),
    /** What the ID looks like (UTS 39); null until it is added to an account from before. */
    oneKeyIdSkeleton: text('one_key_id_skeleton'),
    passwordHash: text('password_hash').notNull(),
    role: text('role').$type<Role>().notNull().default('filer'),
    /** Verified by its link. An unverified address is in `pendingEmail` and counts for nothing. */
    recoveryEmail: text('recovery_email'),
    pendingEmail: text('pending_email'),
    lockedAt: instant('locked_at'),
    /** Why it is locked: an administrator's words, or `UNUSED_ACCOUNT` for what the service locked itself. */
    lockedReason: text('locked_reason').notNull().default(''),
    /** From when an account of staff counts as unused if nobody signs in: when it got its role or was unlocked. */
    idleSince: instant('idle_since'),
    /** When the owner of an unused account was told that it will be locked. */
    idleToldAt: instant('idle_told_at'),
    /** When its owner closed it. Nobody can sign in to it again. */
    closedAt: instant('closed_at'),
    /** Why nothing of this account may be deleted; set while a legal hold lasts. */
    legalHold: text('legal_hold'),
    createdAt: createdAt(),
  },
  (t) => [index('users_one_key_id_skeleton').on(t.oneKeyIdSkeleton)],
);

/** All texts by which administrators can find a person, folded (lib/data/account/desk/user-texts.ts). */
export const userTexts = pgTable(
  'user_texts',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id),
    search: text('search').notNull(),
    /** How it was folded. What is folded in another way is folded anew. */
    version: smallint('version').notNull(),
  },
  (t) => [index('user_texts_search').using('gin', t.search.op('gin_trgm_ops'))],
);

/** The three questions that a person chose, with one hash over the three answers in order. */
export const securityAnswers = pgTable('security_answers', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  questions: text('questions').array().$type<SecurityQuestion[]>().notNull(),
  answersHash: text('answers_hash').notNull(),
});

/** A Justice Services Online account: the lawyer or the self-represented person. */
export const profiles = pgTable('profiles', {
  id: id(),
  userId: uuid('user_id')
    .notNull()
    .unique()
    .references(() => users.id),
  contact: jsonb('contact').$type<Contact>().notNull(),
  /** What a lawyer usually files, offered where a claim begins. */
  usual: jsonb('usual').$type<Usual>().notNull().default({}),
  /** When the contact's e-mail address was verified by its link; null after a change. */
  emailVerifiedAt: instant('email_verified_at'),
  createdAt: createdAt(),
  updatedAt: instant('updated_at').notNull(),
});

/**
 * Each e-mail address that its reader confirmed for an account, for as long as the account is open. Messages about
 * claims go only to such an address, even after another one took its place in the contact information.
 */
export const confirmedEmails = pgTable(
  'confirmed_emails',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** In the form in which addresses are compared. */
    email: text('email').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.email] })],
);

/** Further addresses for copies of the messages about claims. Each gets them once its reader confirmed it. */
export const copyEmails = pgTable(
  'copy_emails',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    email: text('email').notNull(),
    /** In the form in which addresses are compared. */
    folded: text('folded').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('copy_emails_user').on(t.userId, t.folded)],
);

export type TermsKind = 'one-key' | 'justice';

/** Each acceptance of a version of the terms, kept for ever. */
export const termsAcceptances = pgTable(
  'terms_acceptances',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').$type<TermsKind>().notNull(),
    version: text('version').notNull(),
    locale: text('locale').$type<'en' | 'fr'>().notNull(),
    acceptedAt: instant('accepted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind, t.version] })],
);

/** Links and attempts that prove something once: password recovery, the first administrator. */
export const oneTimeTokens = pgTable('one_time_tokens', {
  id: id(),
  purpose: text('purpose')
    .$type<
      | 'recovery-answers'
      | 'new-password'
      | 'new-access'
      | 'first-administrator'
      | 'verify-recovery-email'
      | 'verify-contact-email'
      | 'verify-copy-email'
      | 'undo-recovery-email'
      | 'undo-contact-email'
      | 'passkey'
    >()
    .notNull(),
  userId: uuid('user_id').references(() => users.id),
  /** The e-mail address that the token proves, or brings back. */
  email: text('email'),
  tokenHash: text('token_hash').notNull().unique(),
  attemptsLeft: integer('attempts_left').notNull().default(1),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
  createdAt: createdAt(),
});
