'use server';

import { auditFound } from '@/app/[locale]/(admin)/admin/audit/found';
import { readAudit } from '@/lib/data/audit-reading';
import { auditSearchForm } from '@/lib/domain/audit';
import { action, show } from '@/lib/web/action';

/** Searches the audit log; a ONE-key ID may be typed, so this is a form that is posted. */
export const search = action(
  { role: 'administrator', input: auditSearchForm, limit: 'write' },
  async ({ actor, input: asked, now }) => show(await auditFound(await readAudit(actor, asked, now))),
);
