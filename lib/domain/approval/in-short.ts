import type { Change } from '@/lib/domain/approval/proposal';
import type { Setting } from '@/lib/domain/settings/setting';

/** A setting in short. Terms and notices are public texts, whose first words tell which. */
function settingCode(setting: Setting): string {
  switch (setting.kind) {
    case 'fee':
      return `$${setting.dollars}`;
    case 'limits':
      return `$${setting.smallClaims}, $${setting.simplified}`;
    case 'terms':
    case 'notice':
      return setting.en.slice(0, 80) || 'no notice';
    case 'court': {
      const { address, countyEn, acceptsFrom, acceptsUntil, noticeEn } = setting;
      return [
        address,
        countyEn,
        `${acceptsFrom} to ${acceptsUntil ?? 'no end'}`,
        noticeEn || 'no notice',
      ].join('; ');
    }
    case 'nature':
      return `${setting.en}, as ${setting.countsAs}${setting.inUse ? '' : ', out of use'}`;
    case 'closureName':
      return `${setting.en}${setting.inUse ? '' : ', out of use'}`;
  }
}

/** Upon what a filing is withdrawn, or from when a setting holds, for the audit log; nothing for other changes. */
export function basisOf(change: Change): {
  basis?: string;
  basisOn?: string;
  judge?: string;
  effectiveOn?: string;
} {
  if ('effectiveOn' in change) return { effectiveOn: change.effectiveOn };
  if (change.kind !== 'withdraw-filing' || !change.basis) return {};
  const { basis, basisOn, judge } = change;
  return { basis, basisOn: basisOn ?? '', ...(judge && { judge }) };
}

/** What is before and what is to be after, for the audit log. */
export function beforeAndAfter(change: Change): { before: string; after: string } {
  switch (change.kind) {
    case 'add-closure':
      return { before: 'open', after: 'closed' };
    case 'remove-closure':
      return { before: 'closed', after: 'open' };
    case 'set-opening-rule':
    case 'redate-filing':
      return { before: change.from, after: change.to };
    case 'withdraw-filing':
      return { before: `${change.state}, ${change.issueOn}`, after: 'withdrawn' };
    case 'restrict-file':
      return { before: 'unrestricted', after: change.restriction };
    case 'lift-restriction':
      return { before: change.restriction, after: 'unrestricted' };
    case 'correct-filing':
      return { before: `issued, ${change.issuedOn}`, after: `${change.ground}, ${change.sha256}` };
    case 'keep-hold-reason':
      return { before: change.before?.wordsEn ?? 'nothing', after: change.wordsEn };
    case 'end-hold-reason':
      return { before: change.from ?? 'nothing', after: change.activeUntil };
    case 'change-setting':
    case 'change-notice':
    case 'change-court':
    case 'change-nature':
    case 'change-closure-name':
      return {
        before: change.before ? settingCode(change.before) : 'as before the first version',
        after: settingCode(change.setting),
      };
  }
}
