'use server';

import { auditSearchPage } from '@/app/[locale]/(admin)/admin/audit/search-page';
import { AUDIT_SORTS, readAudit } from '@/lib/data/audit/audit-reading';
import { auditSearchForm } from '@/lib/domain/access/audit';
import { sortOf } from '@/lib/domain/sorting';
import { action } from '@/lib/web/action/action';
import { showSearch } from '@/lib/web/action/outcome';

/** Searches the audit log. The form is posted, because a ONE-key ID may be typed into it. */
export const search = action(
  { role: 'administrator', input: auditSearchForm, limit: 'write' },
  async ({ actor, input: asked, now }) => {
    const sort = sortOf(AUDIT_SORTS, asked.sort);
    return showSearch(await auditSearchPage(await readAudit(actor, { ...asked, sort }, now), sort));
  },
);
