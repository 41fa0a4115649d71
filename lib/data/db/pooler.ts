import postgres, { type Sql } from 'postgres';
import { connectionOptions, directTimes, statementMs } from '@/lib/data/db/connection';
import { migrationLock } from '@/lib/data/db/migrate';

/**
 * A pooler such as PgBouncer gives each transaction a connection that others had before. It refuses or forgets the
 * times after which PostgreSQL shall end a statement (connection.ts), so the role has them there.
 */

/** The statements' time, as PostgreSQL tells it. */
const told = `${statementMs / 1000}s`;

const isRefusedParameter = (error: unknown) =>
  error instanceof Error && error.message.includes('unsupported startup parameter');

/** Whether a pooler stands before PostgreSQL. @throws if PostgreSQL cannot be reached */
export async function isPooled(url: string): Promise<boolean> {
  const client = postgres(url, { ...connectionOptions(), ...directTimes, max: 1 });
  try {
    const [found] = await client`select current_setting('statement_timeout') as times`;
    return found?.times !== told;
  } catch (error) {
    if (isRefusedParameter(error)) return true;
    throw error;
  } finally {
    await client.end({ timeout: 1 });
  }
}

/**
 * Gives the role of this connection its times in this database, unless it has them. Connections that the pooler already
 * has keep theirs until it closes them.
 * @returns why it could not, where it could not
 */
export async function limitRole(service: Sql): Promise<unknown> {
  try {
    await service.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${migrationLock})`;
      const [found] =
        await tx`select current_database() as name, current_setting('statement_timeout') as times`;
      if (found?.times === told) return;
      for (const setting of Object.keys(directTimes.connection))
        await tx.unsafe(
          `alter role current_user in database ${quoted(found?.name)} set ${setting} = ${statementMs}`,
        );
    });
  } catch (error) {
    return error;
  }
}

/** A name as it stands in a statement. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
