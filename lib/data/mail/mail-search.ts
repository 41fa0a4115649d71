import { and, desc, eq, gte, inArray, isNotNull, isNull, like, lt, or, type SQL, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { isAmong } from '@/lib/data/db/conditions';
import { db } from '@/lib/data/db/db';
import { cappedPageOf, countedAtMost, countToMost, inOrder, rowsPerPage } from '@/lib/data/db/page';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { needsAttention, summary } from '@/lib/data/mail/mails';
import { isMailOpenTo } from '@/lib/data/mail/suppression';
import { type Actor, can } from '@/lib/domain/access/access';
import { addDays, startOfDay } from '@/lib/domain/court/day';
import { type MailStanding, type MailTerms, mailQuery } from '@/lib/domain/filing/mail-search';
import type { Sort } from '@/lib/domain/sorting';

/** The columns by which staff may order the list of messages. */
export const MAIL_SORTS = ['subject', 'kind', 'recipient', 'state', 'queued', 'attempts'] as const;
export type MailSort = Sort<(typeof MAIL_SORTS)[number]>;

const sortedBy = {
  subject: sql`lower(${outbox.subject})`,
  kind: outbox.kind,
  recipient: sql`lower(${outbox.recipient})`,
  state: outbox.state,
  queued: outbox.createdAt,
  attempts: outbox.attempts,
};

const { state, deliveredAt, bouncedAt, complainedAt } = outbox;
const unreported = and(isNull(deliveredAt), isNull(bouncedAt), isNull(complainedAt));

/** The messages that stand so, as `mailStanding` reads them. */
function standsSo(standing: MailStanding): SQL | undefined {
  switch (standing) {
    case 'attention':
      return needsAttention();
    case 'bounced':
      return isNotNull(bouncedAt);
    case 'complained':
      return and(isNotNull(complainedAt), isNull(bouncedAt));
    case 'delivered':
      return and(isNotNull(deliveredAt), isNull(bouncedAt), isNull(complainedAt));
    default:
      // The words of the partial indexes, not parameters, so that the database uses them.
      return and(sql`${state} = ${sql.raw(`'${standing}'`)}`, unreported);
  }
}

/** A pattern for LIKE that finds what begins so. */
const begins = (typed: string) => `${typed.replace(/[\\%_]/g, '\\$&')}%`;

const recipient = sql`lower(${outbox.recipient})`;

/** The filings whose court file has this number, or that were filed into it. */
const numbered = (pattern: string) =>
  db()
    .select({ id: filings.id })
    .from(filings)
    .where(or(like(filings.fileNumber, pattern), like(filings.filedIn, pattern)));

const referred = (reference: string) =>
  db().select({ id: filings.id }).from(filings).where(eq(filings.reference, reference));

/** @throws Refused 'wholeFileNumber' */
function named(typed: string): SQL | undefined {
  const query = mailQuery(typed);
  if (!query) throw new Refused('wholeFileNumber');
  return and(
    ...query.addresses.map((forms) => inArray(recipient, forms)),
    ...query.begins.map((word) => sql`${recipient} like ${begins(word)}`),
    ...query.references.map((reference) => inArray(outbox.filingId, referred(reference))),
    query.number ? inArray(outbox.filingId, numbered(query.number)) : undefined,
  );
}

type Asked = Partial<MailTerms>;

function conditionOf(
  actor: Actor,
  { typed, kind, standing, writtenFrom, writtenUntil }: Asked,
): SQL | undefined {
  return and(
    typed ? named(typed) : undefined,
    kind && eq(outbox.kind, kind),
    standing && standsSo(standing),
    writtenFrom ? gte(outbox.createdAt, startOfDay(writtenFrom)) : undefined,
    writtenUntil ? lt(outbox.createdAt, startOfDay(addDays(writtenUntil, 1))) : undefined,
    isMailOpenTo(actor),
  );
}

/** As many messages are fetched by an index and sorted in time. */
const most = 10_000;

/**
 * The newest messages that meet a condition, up to one more than is shown. An index fetches them whatever the planner
 * expects.
 * @throws Refused 'tooManyBeginSo' if more than ten thousand meet it
 */
async function findNewest(condition: SQL | undefined): Promise<string[]> {
  const any = db()
    .select({ id: outbox.id, createdAt: outbox.createdAt })
    .from(outbox)
    .where(condition)
    .limit(most + 1)
    .as('any');
  const found = await db()
    .select({ id: any.id, of: sql`count(*) over ()`.mapWith(Number) })
    .from(any)
    .orderBy(desc(any.createdAt), desc(any.id))
    .limit(countedAtMost + 1);
  if ((found[0]?.of ?? 0) > most) throw new Refused('tooManyBeginSo');
  return found.map(({ id }) => id);
}

/** The summaries of the messages that meet the condition, in this order and then the newest first. */
const lines = (condition: SQL | undefined, ...order: SQL[]) =>
  db()
    .select(summary)
    .from(outbox)
    .leftJoin(filings, eq(filings.id, outbox.filingId))
    .where(condition)
    .orderBy(...order, desc(outbox.createdAt), desc(outbox.id));

/** The newest thousand messages that meet a condition, and one more. */
async function newestOf(condition: SQL | undefined): Promise<string[]> {
  const newest = await db()
    .select({ id: outbox.id })
    .from(outbox)
    .where(condition)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(countedAtMost + 1);
  return newest.map(({ id }) => id);
}

/** One page of messages that were found, the newest first or in another order, so that no order reads the whole outbox. */
async function pageOfFound(found: string[], asked: number, sort: MailSort | undefined) {
  const { offset, ...shown } = cappedPageOf(asked, found.length);
  const listed = found.slice(0, shown.total);
  const rows = sort
    ? await lines(isAmong(outbox.id, 'uuid', listed), inOrder(sortedBy, sort))
        .limit(rowsPerPage)
        .offset(offset)
    : await lines(isAmong(outbox.id, 'uuid', listed.slice(offset, offset + rowsPerPage)));
  return { ...shown, rows };
}

/**
 * Searches the court's e-mail by address or how it begins, by a filing's reference or its court file number, by kind, by
 * how it stands and by days, the newest first, 20 a page; without terms it finds all. At most a thousand messages are
 * counted and shown.
 * @param asked.sort another order, of the newest thousand
 * @throws NotFound for anyone but staff; Refused 'wholeFileNumber', 'tooManyBeginSo'
 */
export async function searchMails(
  actor: Actor,
  { page, sort, ...terms }: Asked & { page: number; sort?: MailSort | undefined },
) {
  if (!can(actor, 'read-mail')) throw new NotFound('mail');
  const condition = conditionOf(actor, terms);
  const isByBeginning = terms.typed && mailQuery(terms.typed)?.begins.length;
  if (isByBeginning) return pageOfFound(await findNewest(condition), page, sort);
  if (sort) return pageOfFound(await newestOf(condition), page, sort);
  const { offset, ...shown } = cappedPageOf(page, await countToMost(outbox, condition));
  return { ...shown, rows: await lines(condition).limit(rowsPerPage).offset(offset) };
}
export type FoundMail = Awaited<ReturnType<typeof searchMails>>['rows'][number];
