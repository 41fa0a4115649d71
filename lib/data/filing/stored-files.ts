import { eq, gt } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { corrections, documentVersions, substitutes } from '@/lib/data/db/schema/document';

/** A file in storage that a row names, and its hash as hex. */
export type NamedFile = { storageKey: string; sha256: string };

const tables = [documentVersions, substitutes, corrections] as const;

/** All files that rows name, by their keys, so many at a time. What is added meanwhile may be missed. */
export async function* listNamedFiles(atOnce = 500): AsyncIterable<NamedFile[]> {
  for (const table of tables) {
    const { storageKey, sha256 } = table;
    for (let after = ''; ; ) {
      const asked = db().select({ storageKey, sha256 }).from(table).where(gt(storageKey, after));
      const rows = await asked.orderBy(storageKey).limit(atOnce);
      const last = rows.at(-1);
      if (!last) break;
      yield rows;
      after = last.storageKey;
    }
  }
}

/** Whether a row names a file still: what left its draft may just have been deleted. */
export async function isNamed(key: string): Promise<boolean> {
  const counts = tables.map((table) => db().$count(table, eq(table.storageKey, key)));
  return (await Promise.all(counts)).some((count) => count > 0);
}

/** Gives files other keys, all or none: [old, new] each. */
export async function renameFiles(keys: [from: string, to: string][]): Promise<void> {
  await db().transaction(async (tx) => {
    for (const [from, to] of keys)
      for (const table of tables)
        await tx.update(table).set({ storageKey: to }).where(eq(table.storageKey, from));
  });
}
