'use server';

import { proposeVersion } from '@/app/[locale]/(admin)/admin/settings/propose-version';
import { feeForm, limitsForm, noticeForm, termsForm } from '@/lib/domain/settings/setting-form';
import { action } from '@/lib/web/action/action';

/** Proposes a notice on every page, or that there is none. */
export const proposeNotice = action(
  { role: 'registrar', input: noticeForm, limit: 'write' },
  async ({ actor, input, ...times }) => {
    const words = { en: input.siteNoticeEn, fr: input.siteNoticeFr, until: input.noticeUntil || null };
    const setting = { version: 1 as const, kind: 'notice' as const, ...words };
    return proposeVersion(
      actor,
      { setting, effectiveOn: input.noticeFrom, reason: input.noticeReason },
      times,
    );
  },
);

/** Proposes another fee to issue a claim. */
export const proposeFee = action(
  { role: 'administrator', input: feeForm, limit: 'write' },
  async ({ actor, input: { dollars, feeFrom: effectiveOn, feeReason: reason }, ...times }) => {
    const setting = { version: 1 as const, kind: 'fee' as const, dollars: Number(dollars) };
    return proposeVersion(actor, { setting, effectiveOn, reason }, times);
  },
);

/** Proposes other limits of the Small Claims Court and of the simplified procedure. */
export const proposeLimits = action(
  { role: 'administrator', input: limitsForm, limit: 'write' },
  async ({ actor, input, ...times }) => {
    const limits = { smallClaims: Number(input.smallClaims), simplified: Number(input.simplified) };
    const setting = { version: 1 as const, kind: 'limits' as const, ...limits };
    return proposeVersion(
      actor,
      { setting, effectiveOn: input.limitsFrom, reason: input.limitsReason },
      times,
    );
  },
);

/** Proposes another version of the terms of use, which every filer is asked to accept. */
export const proposeTerms = action(
  { role: 'administrator', input: termsForm, limit: 'write' },
  async ({
    actor,
    input: { termsEn: en, termsFr: fr, termsFrom: effectiveOn, termsReason: reason },
    ...times
  }) => {
    const setting = { version: 1 as const, kind: 'terms' as const, en, fr };
    return proposeVersion(actor, { setting, effectiveOn, reason }, times);
  },
);
