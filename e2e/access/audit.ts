import { markers } from './example';
import type { Matrix } from './matrix';
import type { Role } from './rights/audience';

/** What each of these people must have left in the audit log by the matrix: refusals, and looks of staff. */
const lines: Partial<Record<Role, { refused: string[]; done: string[] }>> = {
  other: { refused: ['open page', 'open file', 'open staff page', 'send form'], done: [] },
  clerk: { refused: ['open page', 'open staff page'], done: ['view filing', 'view document', 'view e-mail'] },
  administrator: {
    refused: ['open page'],
    done: ['view receipt', 'view copy', 'view user', 'read audit log'],
  },
};

/** The audit log after the matrix: who was refused what, what staff saw, and not a word of the owner's. */
export async function checkAudit({ sql, people, example, faults }: Matrix): Promise<string> {
  for (const [role, expected] of Object.entries(lines)) {
    const { userId } = people[role as Role];
    const rows = await sql`select distinct action, outcome from audit where user_id = ${userId}`;
    for (const outcome of ['refused', 'done'] as const) {
      const found = rows.filter((row) => row.outcome === outcome).map(({ action }) => action);
      const missing = expected[outcome].filter((action) => !found.includes(action));
      if (missing.length > 0) faults.add(`the audit log has no ${outcome} ${missing.join(', ')} of ${role}`);
    }
  }
  const refusedOf = await sql`select distinct subject from audit
    where user_id = ${people.other.userId} and outcome = 'refused'`;
  const subjects = refusedOf.map(({ subject }) => subject);
  for (const name of ['draft', 'filing', 'version', 'substitute', 'mail', 'user'] as const) {
    if (!subjects.includes(example[name]))
      faults.add(`the audit log does not say that other was refused the ${name}`);
  }
  const [flood] =
    await sql`select count(*)::int as n from audit where actor = 'anonymous' and action like 'open %'`;
  if (flood?.n > 0) faults.add(`strangers left ${flood?.n} lines in the audit log by asking for pages`);
  for (const [name, marker] of Object.entries(markers)) {
    const [told] = await sql`select count(*)::int as n from audit
      where to_jsonb(audit)::text like ${`%${marker}%`}`;
    if (told?.n > 0) faults.add(`the audit log tells ${name}`);
  }
  const [all] =
    await sql`select count(*)::int as n, count(*) filter (where outcome = 'refused')::int as refused from audit`;
  return `${all?.n} lines of the audit log, ${all?.refused} of them refusals`;
}
