import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '@/lib/data/db/schema/columns';

/** The secrets and keys outside the database that its rows need, each by its name. */
export type SecretName = 'AUTH_SECRET' | 'ANSWERS_PEPPER' | 'authority';

/**
 * Which secret and which authority the rows of this database were made with, by a fingerprint that opens
 * nothing. A start with others is told apart from the first one.
 */
export const secretFingerprints = pgTable('secret_fingerprints', {
  name: text('name').$type<SecretName>().primaryKey(),
  fingerprint: text('fingerprint').notNull(),
  since: instant('since').notNull(),
});
