import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from '@/lib/data/db/schema/columns';
import { filings } from '@/lib/data/db/schema/filing';
import type { MailKind } from '@/lib/domain/filing/mail-kind';

/**
 * A message that is `unconfirmed` waits until the reader of its address confirms it. One that is `suppressed` was stopped
 * and never leaves.
 */
export type MailState = 'unconfirmed' | 'queued' | 'sent' | 'failed' | 'uncertain' | 'suppressed';

/** E-mail to send, in its final form. The row is its own queue. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    kind: text('kind').$type<MailKind>().notNull(),
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
    /**
     * The sender, set once an attempt may have arrived: a repeat under the same key must be the same message.
     */
    sender: text('sender'),
    providerId: text('provider_id'),
    sentAt: instant('sent_at'),
    lastError: text('last_error'),
    /** Why it was stopped. */
    suppressedReason: text('suppressed_reason').notNull().default(''),
    /** Lower goes first: 0 for a message that somebody waits for, 1 for the morning's backlog. */
    priority: integer('priority').notNull().default(0),
    /** The provider's later reports (app/api/hooks/resend). */
    deliveredAt: instant('delivered_at'),
    /** The message did not arrive: it came back, or the provider did not send it on. */
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
    index('outbox_bounced').on(t.bouncedAt).where(sql`bounced_at is not null`),
    index('outbox_created').on(t.createdAt),
    // For staff's searches: by an address or how it begins, by kind and by state, the newest first.
    index('outbox_recipient').on(sql`lower(${t.recipient}) text_pattern_ops`, t.createdAt),
    index('outbox_kind').on(t.kind, t.createdAt),
    index('outbox_standing').on(t.state, t.createdAt),
    index('outbox_delivered').on(t.createdAt).where(sql`delivered_at is not null`),
    index('outbox_unreported')
      .on(t.createdAt)
      .where(sql`state = 'sent' and delivered_at is null and bounced_at is null and complained_at is null`),
    index('outbox_complained').on(t.complainedAt).where(sql`complained_at is not null`),
    index('outbox_repeat').on(t.repeatOf).where(sql`repeat_of is not null`),
  ],
);

/** The provider's reports about messages, each stored once by its own id. */
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

/**
 * The state of sending that all servers share, a single row: when the next message may leave, and a pause
 * after a rejected key.
 */
export const mailSender = pgTable('mail_sender', {
  id: integer('id').primaryKey().default(1),
  nextAt: instant('next_at').notNull(),
  pausedUntil: instant('paused_until'),
  pauseReason: text('pause_reason'),
});
