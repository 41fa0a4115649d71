'use server';

import { proposeVersion } from '@/app/[locale]/(admin)/admin/settings/propose-version';
import { courtForm, versionTyped } from '@/lib/domain/court/court-settings';
import { action } from '@/lib/web/action/action';

/** Proposes a version of a court office. */
export const proposeCourt = action(
  { role: 'registrar', input: courtForm, limit: 'write' },
  async ({ actor, input, ...times }) => {
    const { courtFrom: effectiveOn, courtReason: reason } = input;
    return proposeVersion(actor, { setting: versionTyped(input), effectiveOn, reason }, times);
  },
);
