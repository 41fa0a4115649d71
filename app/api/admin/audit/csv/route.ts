import { postedTable } from '@/app/api/admin/posted-table';
import { exportAudit } from '@/lib/data/audit/audit-reading';
import { auditSearchForm } from '@/lib/domain/access/audit';
import { auditTable } from '@/lib/web/desk/audit-table';

const table = {
  input: auditSearchForm,
  page: '/admin/audit',
  subject: 'audit log',
  name: 'audit-log',
} as const;

/** What the search form of the audit log finds as a table, for administrators. For anyone else it does not exist. */
export function POST(request: Request): Promise<Response> {
  return postedTable(request, table, async ({ actor, input, now, locale }) =>
    auditTable(await exportAudit(actor, input, now), locale),
  );
}
