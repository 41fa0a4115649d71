'use server';

import { z } from 'zod';
import { filingsFound } from '@/app/[locale]/(admin)/admin/filings/found';
import { searchFilings } from '@/lib/data/filing-search';
import { FILING_STATES } from '@/lib/domain/filing';
import { optional } from '@/lib/domain/text';
import { action, show } from '@/lib/web/action';

const input = z.object({
  typed: optional(),
  state: z.enum(FILING_STATES).optional().catch(undefined),
  page: z.coerce.number().int().catch(1),
});

/** Searches filings. A name may be typed, so this is a form that is posted, and shows what it finds. */
export const search = action({ role: 'staff', input, limit: 'write' }, async ({ actor, input: asked }) =>
  show(await filingsFound(await searchFilings(actor, asked))),
);
