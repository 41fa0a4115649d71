import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { filings } from '@/lib/data/db/schema/filing';
import { log } from '@/lib/log';
import { loggedError } from '@/lib/logged-error';
import { eachDatabase } from '@/lib/testing/db/databases';

const name = 'Quillfeather\n    at 12 Private Street';

const failureOf = (query: PromiseLike<unknown>) =>
  Promise.resolve(query).then(
    () => {
      throw new Error('the query did not fail');
    },
    (error: unknown) => error,
  );

/** All printed output of an error: by the log, and by Node if nothing caught it. */
function printed(error: unknown): string {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  pino({ serializers: { err: loggedError } }, { write }).error({ err: error }, 'failed');
  return lines.join('') + inspect(error);
}

eachDatabase('a failed query', () => {
  it('is printed with its query, why and where it failed, and without any value', async () => {
    const login = { oneKeyId: name, oneKeyIdFolded: name, passwordHash: name };
    await db().insert(users).values(login);
    const failures = [
      { query: db().insert(users).values(login), code: '23505' },
      {
        query: db()
          .insert(filings)
          .values({ title: name } as never),
        code: '23502',
      },
      { query: db().execute(sql`select ${name}::int`), code: '22P02' },
    ];
    for (const { query, code } of failures) {
      const words = printed(await failureOf(query));
      expect(words).toContain(code);
      expect(words).toContain('Failed query');
      expect(words).not.toMatch(/Quillfeather|Private Street/);
    }
  });
});

it('is how the service logs', () => {
  expect(log[pino.symbols.serializersSym as never]).toMatchObject({ err: loggedError });
});
