import { eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db/db';
import { profiles, users, userTexts } from '@/lib/data/db/schema/account';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { type Contact, contactName } from '@/lib/domain/contact/contact';
import { foldEmail } from '@/lib/domain/contact/email';
import { line, linesOf } from '@/lib/domain/filing/search';

/** Counts the changes of what is indexed. A text of an earlier version is folded anew after the start. */
const VERSION = 1;

type Known = {
  oneKeyId: string;
  recoveryEmail: string | null;
  pendingEmail: string | null;
  contact: Contact | null;
};

/** All texts by which administrators find a person, folded, one a line: ID, name, firm and e-mail addresses. */
function textOf({ oneKeyId, recoveryEmail, pendingEmail, contact }: Known): string {
  const { firstName = '', lastName = '', firm = '', email = '' } = contact ?? {};
  const emails = [recoveryEmail, pendingEmail, email].filter(Boolean).map((one) => foldEmail(one ?? ''));
  const names = [oneKeyId, contactName({ firstName, lastName }), firm].flatMap(linesOf);
  const lines = [line([foldOneKeyId(oneKeyId)]), ...names, ...emails.map((one) => line([one]))];
  return [...new Set(lines.filter(Boolean))].join('\n');
}

const known = {
  id: users.id,
  oneKeyId: users.oneKeyId,
  recoveryEmail: users.recoveryEmail,
  pendingEmail: users.pendingEmail,
  contact: profiles.contact,
};

const people = (tx: Db) =>
  tx.select(known).from(users).leftJoin(profiles, eq(profiles.userId, users.id)).$dynamic();

async function store(tx: Db, rows: (Known & { id: string })[]): Promise<void> {
  for (const row of rows) {
    const text = { search: textOf(row), version: VERSION };
    await tx
      .insert(userTexts)
      .values({ userId: row.id, ...text })
      .onConflictDoUpdate({ target: userTexts.userId, set: text });
  }
}

/** Folds the texts of a person anew, in the transaction that changes their ID, name, firm or addresses. */
export async function saveUserText(tx: Db, userId: string): Promise<void> {
  await store(tx, await people(tx).where(eq(users.id, userId)));
}

/**
 * Folds the texts of people whom an earlier version of the service stored, a batch at a time.
 * @returns how many; 0 when none is left
 */
export function renewUserTexts(batch = 200): Promise<number> {
  return db().transaction(async (tx) => {
    const due = await tx
      .select({ id: users.id })
      .from(users)
      .leftJoin(userTexts, eq(userTexts.userId, users.id))
      .where(or(isNull(userTexts.userId), lt(userTexts.version, VERSION)))
      .limit(batch);
    const ids = due.map(({ id }) => id);
    await store(tx, await people(tx).where(inArray(users.id, ids)));
    return ids.length;
  });
}
