import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Role } from '@/lib/domain/access';
import type { BeforeOpening } from '@/lib/domain/calendar';
import type { Claim, DraftAnswers, Step } from '@/lib/domain/claim';
import type { Contact } from '@/lib/domain/contact';
import type { Region } from '@/lib/domain/court';
import type { DocumentKind, RefusalCode } from '@/lib/domain/document';
import type { FilingState } from '@/lib/domain/filing';
import type { RegisterKind } from '@/lib/domain/register';
import type { RepairKind, TextComparison } from '@/lib/domain/repair';
import type { Place } from '@/lib/pdf/order';

/** Instants end in At and carry their zone; dates end in On and are days in Toronto. */
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const id = () => uuid('id').primaryKey().defaultRandom();
const createdAt = () => instant('created_at').notNull().defaultNow();

/** A ONE-key login. */
export const users = pgTable('users', {
  id: id(),
  oneKeyId: text('one_key_id').notNull(),
  oneKeyIdFolded: text('one_key_id_folded').notNull().unique(),
  passwordHash: text('password_hash').notNull(),
  role: text('role').$type<Role>().notNull().default('filer'),
  /** Verified by its link; an address that is not stands in `pendingEmail` and counts for nothing. */
  recoveryEmail: text('recovery_email'),
  pendingEmail: text('pending_email'),
  lockedAt: instant('locked_at'),
  /** Closed by its owner: nobody signs in to it again. */
  closedAt: instant('closed_at'),
  /** Why nothing of this account may be deleted, while a legal hold lasts. */
  legalHold: text('legal_hold'),
  createdAt: createdAt(),
});

/** The three questions a person chose, with one hash over the ordered three answers. */
export const securityAnswers = pgTable('security_answers', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  questions: text('questions').array().notNull(),
  answersHash: text('answers_hash').notNull(),
});

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    lastActiveAt: instant('last_active_at').notNull(),
    /** The password was right and the second step is still to come: until then it opens nothing. */
    secondStepDue: boolean('second_step_due').notNull().default(false),
    /** When a factor was last given in it: sensitive acts ask for a recent one. */
    confirmedAt: instant('confirmed_at'),
    /** When the password was last given in it: that is what an account without a second step is asked for. */
    passwordAt: instant('password_at'),
    /** Browser and system in words, and the address it came from, for its owner to recognise it by. */
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

/** The authenticator app of a person: codes by time (RFC 6238). Its secret is encrypted by a key outside the database. */
export const authenticators = pgTable('authenticators', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  secret: text('secret').notNull(),
  /** None until the first code was right: before that it asks nothing at sign-in. */
  confirmedAt: instant('confirmed_at'),
  /** The time step of the last code taken: no code counts twice. */
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

/** Codes to keep on paper, each good once in the place of the second step. */
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

/** Browsers in which a person has signed in before: what strangers do to the account does not make them wait. */
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

/** What rate-limiter-flexible counts: tries under a key, until they expire. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    points: integer('points').notNull(),
    expire: instant('expire'),
  },
  (t) => [index('rate_limits_expire').on(t.expire)],
);

/** Links and tries that prove something once: password recovery, the first administrator. */
export const oneTimeTokens = pgTable('one_time_tokens', {
  id: id(),
  purpose: text('purpose')
    .$type<
      | 'recovery-answers'
      | 'new-password'
      | 'first-administrator'
      | 'verify-recovery-email'
      | 'verify-contact-email'
      | 'passkey'
    >()
    .notNull(),
  userId: uuid('user_id').references(() => users.id),
  /** The e-mail address that the token proves. */
  address: text('address'),
  tokenHash: text('token_hash').notNull().unique(),
  triesLeft: integer('tries_left').notNull().default(1),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
  createdAt: createdAt(),
});

/** A Justice Services Online account: the lawyer or the self-represented person. */
export const profiles = pgTable('profiles', {
  id: id(),
  userId: uuid('user_id')
    .notNull()
    .unique()
    .references(() => users.id),
  contact: jsonb('contact').$type<Contact>().notNull(),
  /** When the contact's e-mail address was verified by its link; none after it changed. */
  emailVerifiedAt: instant('email_verified_at'),
  createdAt: createdAt(),
  updatedAt: instant('updated_at').notNull(),
});

export type TermsKind = 'one-key' | 'justice';

/** Each acceptance of a version of the terms, for ever. */
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

export const courts = pgTable('courts', {
  id: text('id').primaryKey(),
  municipality: text('municipality').notNull(),
  region: text('region').$type<Region>().notNull(),
  countyEn: text('county_en').notNull(),
  countyFr: text('county_fr').notNull(),
  address: text('address').notNull(),
  zone: text('zone').notNull(),
  acceptsFrom: date('accepts_from', { mode: 'string' }).notNull(),
  acceptsUntil: date('accepts_until', { mode: 'string' }),
  noticeEn: text('notice_en').notNull().default(''),
  noticeFr: text('notice_fr').notNull().default(''),
});

/** Days on which court offices are closed beside the holidays of r. 1.03(1): once, or every year. */
export const closures = pgTable('closures', {
  id: id(),
  /** Of a closure on one date. */
  on: date('on', { mode: 'string' }),
  isHoliday: boolean('is_holiday').notNull().default(false),
  /** Of one that returns every year. */
  month: integer('month'),
  day: integer('day'),
  fromYear: integer('from_year'),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  createdAt: createdAt(),
});

/** What staff decide about the calendar as a whole: a single row. */
export const courtCalendar = pgTable('court_calendar', {
  id: integer('id').primaryKey().default(1),
  beforeOpening: text('before_opening').$type<BeforeOpening>().notNull().default('next-business-day'),
});

/** What was typed, step by step, checked or not: a draft loses nothing. */
export const drafts = pgTable(
  'drafts',
  {
    id: id(),
    reference: text('reference').notNull().unique(),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    answers: jsonb('answers').$type<DraftAnswers>().notNull(),
    step: text('step').$type<Step>().notNull().default('type'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
    submittedAt: instant('submitted_at'),
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('drafts_profile').on(t.profileId, t.updatedAt)],
);

export const courtFiles = pgTable('court_files', {
  number: text('number').primaryKey(),
  courtId: text('court_id')
    .notNull()
    .references(() => courts.id),
  title: text('title').notNull(),
  openedOn: date('opened_on', { mode: 'string' }).notNull(),
});

/** One gapless sequence a year for the whole court. */
export const fileNumbers = pgTable('file_numbers', {
  year: integer('year').primaryKey(),
  last: integer('last').notNull(),
});

/** A submission. The row is its own queue: due_at, lease, attempts. */
export const filings = pgTable(
  'filings',
  {
    id: id(),
    reference: text('reference').notNull().unique(),
    draftId: uuid('draft_id')
      .notNull()
      .unique()
      .references(() => drafts.id),
    /** Of the rendered form that was sent: the same form sent again is the same submission. */
    submissionKey: uuid('submission_key').unique(),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => users.id),
    locale: text('locale').$type<'en' | 'fr'>().notNull(),
    state: text('state').$type<FilingState>().notNull().default('received'),
    courtId: text('court_id')
      .notNull()
      .references(() => courts.id),
    title: text('title').notNull(),
    claim: jsonb('claim').$type<Claim>().notNull(),
    contact: jsonb('contact').$type<Contact>().notNull(),
    receivedAt: instant('received_at').notNull(),
    issueOn: date('issue_on', { mode: 'string' }).notNull(),
    fileNumber: text('file_number')
      .unique()
      .references(() => courtFiles.number),
    /** Bound with the number: how anyone can check the issued document, and the hash that look-ups go by. */
    verificationCode: text('verification_code').unique(),
    verificationHash: text('verification_hash').unique(),
    decidedAt: instant('decided_at'),
    issuedAt: instant('issued_at'),
    dueAt: instant('due_at').notNull(),
    leaseUntil: instant('lease_until'),
    leaseToken: uuid('lease_token'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    /** Why it was put on hold, a word of lib/domain/hold.ts, and for which document. */
    holdReason: text('hold_reason'),
    heldDocument: uuid('held_document'),
    heldAt: instant('held_at'),
    withdrawnAt: instant('withdrawn_at'),
    /** Everything staff can find it by, folded (lib/domain/search.ts). */
    search: text('search').notNull().default(''),
  },
  (t) => [
    index('filings_profile').on(t.profileId, t.receivedAt, t.id),
    index('filings_received').on(t.receivedAt, t.reference),
    index('filings_state').on(t.state, t.receivedAt, t.reference),
    index('filings_issue_on').on(t.issueOn),
    index('filings_due').on(t.dueAt, t.receivedAt).where(sql`state = 'received'`),
    index('filings_number').on(t.fileNumber.op('text_pattern_ops')),
    index('filings_search').using('gin', t.search.op('gin_trgm_ops')),
  ],
);

/** What the filer was told at the instant of receipt, kept as it was told. */
export const receipts = pgTable('receipts', {
  filingId: uuid('filing_id')
    .primaryKey()
    .references(() => filings.id),
  receivedAt: instant('received_at').notNull(),
  issueOn: date('issue_on', { mode: 'string' }).notNull(),
  documents: jsonb('documents')
    .$type<{ kind: DocumentKind; name: string; size: number; pages: number; sha256: string }[]>()
    .notNull(),
});

/** A copy offered in the place of a document that could not be sealed, while its filing is on hold. */
export const repairs = pgTable(
  'repairs',
  {
    id: id(),
    filingId: uuid('filing_id')
      .notNull()
      .references(() => filings.id),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    kind: text('kind').$type<RepairKind>().notNull(),
    state: text('state')
      .$type<'proposed' | 'approved' | 'refused' | 'lapsed'>()
      .notNull()
      .default('proposed'),
    name: text('name').notNull(),
    storageKey: text('storage_key').notNull().unique(),
    size: integer('size').notNull(),
    pages: integer('pages').notNull(),
    sha256: text('sha256').notNull(),
    place: jsonb('place').$type<Place>(),
    comparison: jsonb('comparison').$type<TextComparison>().notNull(),
    /** By the court's clock: what is no repair takes the date of this instant. */
    receivedAt: instant('received_at').notNull(),
    certifiedBy: uuid('certified_by')
      .notNull()
      .references(() => users.id),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
  },
  (t) => [index('repairs_filing').on(t.filingId)],
);

/** A file that is about to be put into storage. The row goes when the file is named elsewhere; what stays is swept. */
export const pendingFiles = pgTable('pending_files', {
  customId: text('custom_id').primaryKey(),
  createdAt: createdAt(),
});

/** The names of a filing's parties, as filed, for search. */
export const parties = pgTable(
  'parties',
  {
    id: id(),
    filingId: uuid('filing_id')
      .notNull()
      .references(() => filings.id),
    role: text('role').$type<'plaintiff' | 'defendant'>().notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
  },
  (t) => [index('parties_filing').on(t.filingId), index('parties_name').on(sql`lower(${t.name})`)],
);

export type DocumentState = 'uploading' | 'ready' | 'refused' | 'removed';

/** A PDF that a filer uploaded to a draft; it goes with the draft when that is submitted. */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    draftId: uuid('draft_id')
      .notNull()
      .references(() => drafts.id),
    kind: text('kind').$type<DocumentKind>().notNull(),
    name: text('name').notNull(),
    state: text('state').$type<DocumentState>().notNull().default('uploading'),
    refusal: text('refusal').$type<RefusalCode>(),
    size: integer('size').notNull(),
    pages: integer('pages'),
    sha256: text('sha256'),
    /** Where the court's seal goes. */
    place: jsonb('place').$type<Place>(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [index('documents_draft').on(t.draftId)],
);

/** Version 0 is what was uploaded, 1 what the court sealed; 2 and on are copies approved in the place of those before. Bytes live in storage under the key. */
export const documentVersions = pgTable(
  'document_versions',
  {
    id: id(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    version: integer('version').notNull(),
    storageKey: text('storage_key').notNull().unique(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('document_versions_of').on(t.documentId, t.version)],
);

/** The court's register: rows are only ever added, and each covers the one before (lib/domain/register.ts). */
export const register = pgTable(
  'register',
  {
    /** Without gaps, from 1. */
    entry: bigint('entry', { mode: 'number' }).primaryKey(),
    kind: text('kind').$type<RegisterKind>().notNull(),
    filingId: uuid('filing_id')
      .notNull()
      .references(() => filings.id),
    reference: text('reference').notNull(),
    /** None for a filing that was dated anew before it had its number. */
    fileNumber: text('file_number'),
    courtId: text('court_id')
      .notNull()
      .references(() => courts.id),
    /** The date that the claim bears. */
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    /** By the court's clock, and the day of that in Toronto. */
    recordedAt: instant('recorded_at').notNull(),
    recordedOn: date('recorded_on', { mode: 'string' }).notNull(),
    documents: jsonb('documents').$type<{ kind: DocumentKind; sha256: string }[]>().notNull(),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('register_documents').using('gin', t.documents.op('jsonb_path_ops')),
    index('register_day').on(t.recordedOn, t.entry),
    index('register_filing').on(t.filingId),
    uniqueIndex('register_issued').on(t.filingId).where(sql`kind = 'issued'`),
    uniqueIndex('register_number').on(t.fileNumber).where(sql`kind in ('issued', 'void')`),
  ],
);

/** The newest entry of the register, a single row: whoever adds an entry locks it. */
export const registerHead = pgTable('register_head', {
  id: integer('id').primaryKey().default(1),
  entry: bigint('entry', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
});

/** The root of each day of the register that has ended: kept once, with the first entry of a later day, for ever. */
export const registerDays = pgTable('register_days', {
  /** In Toronto. */
  day: date('day', { mode: 'string' }).primaryKey(),
  /** The day's last. */
  entry: bigint('entry', { mode: 'number' }).notNull(),
  root: text('root').notNull(),
});

export type MailState = 'queued' | 'sent' | 'failed' | 'uncertain';

/** E-mail to send, frozen as it will be sent. The row is its own queue. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    kind: text('kind').notNull(),
    dedupeKey: text('dedupe_key').notNull().unique(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    attachments: jsonb('attachments').$type<{ versionId: string; filename: string }[]>().notNull(),
    filingId: uuid('filing_id').references(() => filings.id),
    state: text('state').$type<MailState>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    firstAttemptAt: instant('first_attempt_at'),
    dueAt: instant('due_at').notNull(),
    leaseUntil: instant('lease_until'),
    leaseToken: uuid('lease_token'),
    /** From whom it goes, once a try may have arrived: a repeat under the same key has to be the same message. */
    sender: text('sender'),
    providerId: text('provider_id'),
    sentAt: instant('sent_at'),
    lastError: text('last_error'),
    /** Lower goes first: 0 for what somebody waits for, 1 for the morning's backlog. */
    priority: integer('priority').notNull().default(0),
    /** What the provider told later (app/api/hooks/resend). */
    deliveredAt: instant('delivered_at'),
    /** It did not arrive: it came back, or the provider did not send it on. */
    bouncedAt: instant('bounced_at'),
    complainedAt: instant('complained_at'),
    /** The message that this one repeats to another address. */
    repeatOf: uuid('repeat_of'),
    createdAt: createdAt(),
  },
  (t) => [
    index('outbox_due').on(t.priority, t.dueAt).where(sql`state = 'queued'`),
    index('outbox_provider').on(t.providerId),
    index('outbox_state').on(t.state).where(sql`state in ('failed', 'uncertain')`),
    index('outbox_filing').on(t.filingId),
    index('outbox_created').on(t.createdAt),
    index('outbox_repeat').on(t.repeatOf).where(sql`repeat_of is not null`),
  ],
);

/** What the provider reported of a message, each report once by its own id. */
export const mailEvents = pgTable(
  'mail_events',
  {
    id: text('id').primaryKey(),
    providerId: text('provider_id').notNull(),
    type: text('type').notNull(),
    at: instant('at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('mail_events_provider').on(t.providerId)],
);

/** What all servers share of sending e-mail, a single row: when the next may leave, and a pause after a rejected key. */
export const mailSender = pgTable('mail_sender', {
  id: integer('id').primaryKey().default(1),
  nextAt: instant('next_at').notNull(),
  pausedUntil: instant('paused_until'),
  pauseReason: text('pause_reason'),
});

/** Who did what, when, to what, and how it ended. Rows are only ever added. */
export const audit = pgTable(
  'audit',
  {
    entry: bigserial('entry', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    userId: uuid('user_id'),
    ip: text('ip'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    outcome: text('outcome').$type<'done' | 'refused'>().notNull().default('done'),
    details: jsonb('details').$type<Record<string, string | number>>(),
  },
  (t) => [
    index('audit_subject').on(t.subject, t.at),
    index('audit_user').on(t.userId, t.at),
    index('audit_at').on(t.at),
  ],
);
