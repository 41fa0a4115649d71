'use server';

import { proposeVersion } from '@/app/[locale]/(admin)/admin/settings/propose-version';
import { natureForm } from '@/lib/domain/settings/setting-form';
import { action } from '@/lib/web/action/action';

/** Proposes other words for a nature of a claim, another one, or that one is no longer offered. */
export const proposeNature = action(
  { role: 'registrar', input: natureForm, limit: 'write' },
  async ({ actor, input, ...times }) => {
    const { natureCode: id, natureEn: en, natureFr: fr, countsAs, natureOffered } = input;
    const inUse = natureOffered === 'yes';
    const setting = { version: 1 as const, kind: 'nature' as const, id, en, fr, countsAs, inUse };
    return proposeVersion(
      actor,
      { setting, effectiveOn: input.natureFrom, reason: input.natureReason },
      times,
    );
  },
);
