'use server';

import { saveCourt } from '@/lib/data/court-editing';
import { courtSettings } from '@/lib/domain/court-settings';
import { required } from '@/lib/domain/text';
import { action, done } from '@/lib/web/action';

/** Saves what staff decide about a court office. */
export const save = action(
  { role: 'staff', input: courtSettings.safeExtend({ court: required('chooseCourt', 60) }), limit: 'write' },
  async ({ actor, input: { court, ...settings }, now }) => {
    await saveCourt(actor, court, settings, now);
    return done();
  },
);
