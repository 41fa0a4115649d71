import { desc, eq, type SQL, sql } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { pageOf, rowsPerPage } from '@/lib/data/page';
import { filings, outbox } from '@/lib/data/schema';
import { isUuid } from '@/lib/data/uuid';
import { type Actor, can } from '@/lib/domain/access';

/** The court's e-mail: what is to be sent, and what became of it. */

export type MailKind =
  | 'claim-received'
  | 'claim-issued'
  | 'claim-delayed'
  | 'claim-held'
  | 'claim-redated'
  | 'claim-withdrawn'
  | 'repair-decided'
  | 'staff-held'
  | 'one-key-ids'
  | 'password-link'
  | 'password-changed'
  | 'confirm-email'
  | 'recovery-info-changed'
  | 'account-changed'
  | 'account-closed';

/** Who holds this message can act for its recipient: staff never see it, and it is not kept once sent. */
const secretKinds: string[] = ['password-link', 'confirm-email'] satisfies MailKind[];

export function isSecret(kind: string): boolean {
  return secretKinds.includes(kind);
}

export type NewMail = {
  kind: MailKind;
  /** Names the occasion: the same key twice is one message. */
  dedupeKey: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  attachments?: { versionId: string; filename: string }[];
  filingId?: string;
  /** 0 (without one) for what somebody waits for, 1 for the morning's backlog: it leaves after the others. */
  priority?: 0 | 1;
};

/**
 * Puts a message into the outbox, frozen, in the transaction of what it tells of.
 *
 * @param now the system's time, not the court's
 */
export async function queueMail(tx: Db, mail: NewMail, now: Date): Promise<void> {
  await tx
    .insert(outbox)
    .values({ ...mail, attachments: mail.attachments ?? [], dueAt: now, createdAt: now })
    .onConflictDoNothing({ target: outbox.dedupeKey });
}

const summary = {
  id: outbox.id,
  kind: outbox.kind,
  recipient: outbox.recipient,
  subject: outbox.subject,
  state: outbox.state,
  attempts: outbox.attempts,
  createdAt: outbox.createdAt,
  dueAt: outbox.dueAt,
  sentAt: outbox.sentAt,
  deliveredAt: outbox.deliveredAt,
  bouncedAt: outbox.bouncedAt,
  complainedAt: outbox.complainedAt,
  lastError: outbox.lastError,
  /** of the filing that it tells of */
  reference: filings.reference,
};

/**
 * Which messages need a person: refused for good or perhaps not sent, and not sent again since. The states stand in the
 * words of the index `outbox_state`, which answers.
 */
export function needsAttention(): SQL {
  return sql`${outbox.state} in ('failed', 'uncertain') and not exists (
    select from ${outbox} later where later.repeat_of = coalesce(${outbox.repeatOf}, ${outbox.id})
      and later.created_at > ${outbox.createdAt})`;
}

/**
 * The court's e-mail for staff, newest first, 20 a page.
 * @param asked.attention only what needs a person
 * @throws NotFound for anyone else
 */
export async function listMails(actor: Actor, asked: { page: number; attention?: boolean }) {
  if (!can(actor, 'read-mail')) throw new NotFound('mail');
  const condition = asked.attention ? needsAttention() : undefined;
  const total = await db().$count(outbox, condition);
  const { page, pages, offset } = pageOf(asked.page, total);
  const rows = await db()
    .select(summary)
    .from(outbox)
    .leftJoin(filings, eq(filings.id, outbox.filingId))
    .where(condition)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(rowsPerPage)
    .offset(offset);
  return { rows, total, page, pages };
}

/** One message for staff; `text`, `html` and `providerId` are null where the message is its recipient's secret. */
export async function getMail(actor: Actor, id: string) {
  if (!can(actor, 'read-mail') || !isUuid(id)) throw new NotFound('mail');
  const [mail] = await db()
    .select({
      ...summary,
      attachments: outbox.attachments,
      text: outbox.text,
      html: outbox.html,
      providerId: outbox.providerId,
    })
    .from(outbox)
    .leftJoin(filings, eq(filings.id, outbox.filingId))
    .where(eq(outbox.id, id));
  if (!mail) throw new NotFound('mail');
  return isSecret(mail.kind) ? { ...mail, text: null, html: null, providerId: null } : mail;
}
