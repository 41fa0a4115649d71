/** What takes from a release before something that it uses, or asks of it what it does not give. */
const kinds: readonly [kind: string, pattern: RegExp][] = [
  ['drops a table', /^DROP TABLE/i],
  ['drops a column', /^ALTER TABLE .* DROP COLUMN/i],
  ['renames a table', /^ALTER TABLE [^ ]+ RENAME TO/i],
  ['renames a column', /^ALTER TABLE .* RENAME COLUMN/i],
  ['changes a type', /^ALTER TABLE .* ALTER COLUMN .* (?:SET DATA )?TYPE /i],
  ['takes a default', /^ALTER TABLE .* ALTER COLUMN .* DROP DEFAULT/i],
  ['asks a column to be filled', /^ALTER TABLE .* ALTER COLUMN .* SET NOT NULL/i],
  ['adds a column to be filled', /^ALTER TABLE .* ADD COLUMN (?!.*\b(?:DEFAULT|GENERATED)\b).*\bNOT NULL/i],
];

/** The statements of a migration, each in one line without comments. */
const statementsOf = (sql: string) =>
  sql
    .replace(/--> statement-breakpoint/g, '')
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/**
 * What a release that runs beside this one does not bear, of a migration.
 * @param sql the migration
 * @returns of each such statement: what it does, and the statement
 */
export function contractionsOf(sql: string): string[] {
  return statementsOf(sql).flatMap((statement) => {
    const kind = kinds.find(([, pattern]) => pattern.test(statement))?.[0];
    return kind ? [`${kind}: ${statement}`] : [];
  });
}
