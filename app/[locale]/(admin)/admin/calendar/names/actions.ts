'use server';

import { proposeVersion } from '@/app/[locale]/(admin)/admin/settings/propose-version';
import { closureNameForm } from '@/lib/domain/settings/setting-form';
import { action } from '@/lib/web/action/action';

/** Proposes a name for closures, other words for one, or that one is no longer offered. */
export const proposeName = action(
  { role: 'registrar', input: closureNameForm, limit: 'write' },
  async ({ actor, input, ...times }) => {
    const { nameCode: id, keptNameEn: en, keptNameFr: fr, nameOffered } = input;
    const inUse = nameOffered === 'yes';
    const setting = { version: 1 as const, kind: 'closureName' as const, id, en, fr, inUse };
    return proposeVersion(
      actor,
      { setting, effectiveOn: input.nameFrom, reason: input.keptNameReason },
      times,
    );
  },
);
