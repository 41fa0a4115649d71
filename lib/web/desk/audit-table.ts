import type { AuditLine } from '@/lib/data/audit/audit-search';
import { detailsInOrder } from '@/lib/domain/access/audit';
import { auditWords } from '@/lib/web/desk/audit-words';
import { csvLines, MARK } from '@/lib/web/desk/csv';
import type { Locale } from '@/lib/web/routes/paths';

/**
 * Lines of the audit log as comma-separated values (RFC 4180) in a language, a part at a time. Instants are in UTC, as
 * ISO 8601 writes them.
 */
export async function* auditTable(parts: AsyncIterable<AuditLine[]>, locale: Locale): AsyncGenerator<string> {
  const words = auditWords(locale);
  const names = [
    ...(['number', 'at', 'action', 'actor', 'person', 'subject', 'subjectPerson', 'ip', 'outcome'] as const),
    ...(['details.before', 'details.after', 'details.reason', 'more'] as const),
  ];
  yield MARK + csvLines([names.map((name) => words.t(name))]);
  for await (const lines of parts) yield csvLines(lines.map((line) => cellsOf(line, words)));
}

function cellsOf(line: AuditLine, words: ReturnType<typeof auditWords>): string[] {
  const { entry, at, action, actor, person, subjectPerson, ip, outcome } = line;
  let [before, after, reason, more] = ['', '', '', ''];
  for (const [name, value] of detailsInOrder(line.details)) {
    const told = words.value(name, value);
    if (name === 'before') before = told;
    else if (name === 'after') after = told;
    else if (name === 'reason') reason = told;
    else more += `${more && '; '}${words.name(name)}=${told}`;
  }
  return [
    ...[String(entry), at.toISOString(), words.action(action), words.actor(actor), person ?? ''],
    ...[words.subject(line), subjectPerson ?? '', ip ?? '', words.outcome(outcome)],
    ...[before, after, reason, more],
  ];
}
