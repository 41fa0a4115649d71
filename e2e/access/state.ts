import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';

/** Logs and counters grow with every request, and the service notes how it fares; when somebody was last seen is no change of theirs. */
const uncounted = [
  'audit',
  'audit_links',
  'audit_unsealed',
  'audit_head',
  'service_days',
  'rate_limits',
  'mail_sender',
  'worker_pulse',
  'alerts',
];
const moving = ['last_active_at', 'last_seen_at'];

/**
 * What stands in the database, as one text a table: equal texts, equal rows.
 * @param except rows in which one of these texts stands are left out
 */
export async function stateOf(sql: Sql, except: string[] = []): Promise<Map<string, string>> {
  const tables = await sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const counted = tables.map(({ name }) => name as string).filter((name) => !uncounted.includes(name));
  const patterns = except.filter(Boolean).map((text) => `%${text}%`);
  const states = await Promise.all(
    counted.map(async (name) => {
      const [row] =
        await sql`select count(*)::text || ' rows ' || md5(coalesce(string_agg(line, ',' order by line), ''))
        as state from (select (to_jsonb(t) - ${moving}::text[])::text as line from ${sql(name)} t) lines
        where not (line like any (${patterns}::text[]))`;
      return [name, row?.state as string] as const;
    }),
  );
  return new Map(states);
}

/** The tables that are not as they were. */
export function changed(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, state]) => before.get(name) !== state).map(([name]) => name);
}

/** Waits until no e-mail is under way: to send it changes rows as well. @throws after ten seconds */
export async function quiet(sql: Sql): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const [row] =
      await sql`select count(*)::int as left from outbox where state = 'queued' and due_at <= now()`;
    if (row?.left === 0) return;
    await wait(50);
  }
  throw new Error('e-mail is not sent');
}
