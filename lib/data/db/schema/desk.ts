import { jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '@/lib/data/db/schema/account';
import { createdAt, id } from '@/lib/data/db/schema/columns';
import type { FilingTerms } from '@/lib/domain/filing/search-form';

/** A search of filings that a member of staff keeps under a name. Nobody else sees it. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    terms: jsonb('terms').$type<FilingTerms>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('saved_searches_name').on(t.userId, t.name)],
);
