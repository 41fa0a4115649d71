'use server';

import { saveCourt } from '@/lib/data/court/court-editing';
import { courtSettings } from '@/lib/domain/court/court-settings';
import { required } from '@/lib/domain/text';
import { action, done } from '@/lib/web/action/action';

/** Saves staff's settings for a court office. */
export const save = action(
  {
    role: 'registrar',
    input: courtSettings.safeExtend({ court: required('chooseCourt', 60) }),
    limit: 'write',
  },
  async ({ actor, input: { court, ...settings }, now }) => {
    await saveCourt(actor, court, settings, now);
    return done();
  },
);
