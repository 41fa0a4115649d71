'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { assignWork } from '@/lib/data/health/work/assigning';
import { colleagueField, workForm } from '@/lib/domain/health/work';
import { action } from '@/lib/web/action/action';
import { done } from '@/lib/web/action/outcome';

/** Takes a row of the list, gives it back to all, or gives it to a colleague. The page is then shown as things stand. */
export const assign = action(
  { role: 'staff', input: workForm, limit: 'write' },
  async ({ actor, input: { work, ...fields }, now }) => {
    refresh();
    const { act, seen, ...item } = work;
    const colleague = z.uuid().catch('nobody').parse(fields[colleagueField(item)]);
    const to = { take: actor.userId, 'give-back': null, give: colleague }[act];
    await assignWork(actor, item, { seen, to }, now);
    return done();
  },
);
