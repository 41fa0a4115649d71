import type { Locale } from 'next-intl';
import type { MailKind } from '@/lib/domain/filing/mail-kind';
import { renderClaimDelayed } from '@/lib/mail/claim/claim-delayed';
import { renderClaimIssued } from '@/lib/mail/claim/claim-issued';
import { type NoticeKind, renderClaimNotice } from '@/lib/mail/claim/claim-notice';
import { renderClaimReceived } from '@/lib/mail/claim/claim-received';
import { renderDocumentFiled } from '@/lib/mail/claim/document-filed';
import { renderDocumentReceived } from '@/lib/mail/claim/document-received';
import { renderDraftExpiring } from '@/lib/mail/claim/draft-expiring';
import { renderStaffHeld } from '@/lib/mail/claim/staff-held';
import type { Renders } from '@/lib/mail/examples/examples';
import { renderStaffAlert, type Tidings } from '@/lib/mail/staff-alert';
import { catalogues } from '@/lib/messages/catalogue';

export const exampleOrigin = 'https://claims.example.org';
export const exampleAt = new Date('2026-11-24T02:15:00Z');

const reference = 'R-7K3M-9QX2';
const fileNumber = 'CV-26-00000007-0000';

/** A claim that a made-up person filed on a Monday evening. */
const claim = (locale: Locale) => ({
  ...{ reference, documentType: 'form-14a' as const, title: 'Côté v. Example Holdings Inc.' },
  ...{ ownNumber: '2026-118', courtOffice: 'L’Orignal', issueOn: '2026-11-24', receivedAt: exampleAt },
  transactionUrl: `${exampleOrigin}/${locale}/transactions/${reference}`,
});
const received = (locale: Locale) => ({
  ...claim(locale),
  isOpen: false,
  documents: [{ name: 'Statement of claim.pdf', sha256: 'a1'.repeat(32) }],
  receiptUrl: `${exampleOrigin}/${locale}/transactions/${reference}/confirmation`,
});
const code = '0123456789ABCDEF';
const issued = (locale: Locale) => ({
  ...received(locale),
  ...{ fileNumber, code, verifyUrl: `${exampleOrigin}/v/${code}`, attached: true },
  deadlines: [{ kind: 'serve' as const, by: '2027-05-25' }],
});
const afterNotice = [
  { kind: 'file-14d' as const, by: '2026-12-24', fileBy: '2026-12-23' },
  { kind: 'serve-both' as const, by: '2027-05-25' },
];

const later = { laterKind: 'affidavit-of-service', restrictions: [] } as const;
const sealed = { restrictions: ['sealed'], title: '', ownNumber: '' } as const;

const notice =
  (kind: NoticeKind, more: object = {}) =>
  (locale: Locale) => {
    const reason = kind === 'held' ? catalogues[locale].holdReason.corrupt : '';
    return renderClaimNotice({ ...claim(locale), notice: kind, reason, ...more }, locale);
  };

const alert = (tidings: Tidings) => () =>
  renderStaffAlert({
    ...{ kind: 'late-filings', tidings, detail: '3', sinceAt: exampleAt },
    url: `${exampleOrigin}/en/admin`,
  });

type AboutAccounts =
  | 'one-key-ids'
  | 'password-link'
  | 'password-changed'
  | 'confirm-email'
  | 'recovery-info-changed'
  | 'account-changed'
  | 'account-closed';

/** The messages about filings, drafts and the service, with example data. */
export const claimExamples: Record<Exclude<MailKind, AboutAccounts>, Renders> = {
  'claim-received': {
    closed: (locale) => renderClaimReceived(received(locale), locale),
    open: (locale) => renderClaimReceived({ ...received(locale), isOpen: true }, locale),
  },
  'claim-issued': {
    'form-14a': (locale) => renderClaimIssued(issued(locale), locale),
    'form-14c': (locale) =>
      renderClaimIssued({ ...issued(locale), documentType: 'form-14c', deadlines: afterNotice }, locale),
    linked: (locale) => renderClaimIssued({ ...issued(locale), attached: false }, locale),
    restricted: (locale) => renderClaimIssued({ ...issued(locale), ...sealed, attached: false }, locale),
  },
  'claim-delayed': {
    plain: (locale) => renderClaimDelayed(claim(locale), locale),
    document: (locale) => renderClaimDelayed({ ...claim(locale), ...later }, locale),
  },
  'claim-held': {
    held: notice('held'),
    document: notice('held', later),
    anew: notice('heldAnew', { asked: ['statement-of-claim.pdf'], next: 'replacement' }),
  },
  'claim-redated': { redated: notice('redated', { before: '2026-11-23' }) },
  'claim-withdrawn': { withdrawn: notice('withdrawn'), document: notice('withdrawn', later) },
  'document-received': {
    plain: (locale) => renderDocumentReceived({ ...received(locale), ...later, fileNumber }, locale),
  },
  'document-filed': {
    attached: (locale) => renderDocumentFiled({ ...issued(locale), ...later, late: false }, locale),
    late: (locale) =>
      renderDocumentFiled({ ...issued(locale), laterKind: 'statement-of-claim', late: true }, locale),
  },
  'substitute-decided': {
    replaced: notice('replaced'),
    approved: notice('approved'),
    refused: notice('refused'),
  },
  'draft-expiring': {
    plain: (locale) => {
      const url = `${exampleOrigin}/${locale}/claims/D-3JB8-FKT0`;
      return renderDraftExpiring({ reference: 'D-3JB8-FKT0', until: exampleAt, url }, locale);
    },
  },
  'staff-held': {
    plain: () =>
      renderStaffHeld({ reference, code: 'corrupt', url: `${exampleOrigin}/en/admin/filings/${reference}` }),
  },
  'staff-alert': { begun: alert('begun'), lasting: alert('lasting'), over: alert('over') },
};
