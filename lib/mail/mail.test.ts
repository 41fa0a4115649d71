import { describe, expect, it } from 'vitest';
import { type AccountChange, renderAccountChanged } from '@/lib/mail/account/account-changed';
import { renderAccountClosed } from '@/lib/mail/account/account-closed';
import { renderConfirmEmail } from '@/lib/mail/account/confirm-email';
import { renderOneKeyIds } from '@/lib/mail/account/one-key-ids';
import { renderPasswordChanged } from '@/lib/mail/account/password-changed';
import { renderPasswordLink } from '@/lib/mail/account/password-link';
import { type RecoveryChange, renderRecoveryInfoChanged } from '@/lib/mail/account/recovery-info-changed';
import { renderClaimDelayed } from '@/lib/mail/claim/claim-delayed';
import { renderClaimIssued } from '@/lib/mail/claim/claim-issued';
import { type NoticeKind, renderClaimNotice } from '@/lib/mail/claim/claim-notice';
import { renderClaimReceived } from '@/lib/mail/claim/claim-received';
import { renderDraftExpiring } from '@/lib/mail/claim/draft-expiring';
import { renderStaffHeld } from '@/lib/mail/claim/staff-held';
import { namesAnywhere } from '@/lib/testing/claim/names';

const claim = {
  name: 'Zoë Côté',
  reference: 'K7QX-4M2P',
  documentType: 'form-14a',
  title: 'Côté v. O’Neil <Holdings>',
  ownNumber: '2026-118',
  courtOffice: 'L’Orignal',
  issueOn: '2026-11-24',
  transactionUrl: 'https://claims.example.org/en/transactions/K7QX-4M2P',
} as const;
const delayed = { ...claim, receivedAt: new Date('2026-11-24T02:15:00Z') };
const received = {
  ...delayed,
  isOpen: false,
  documents: [{ name: 'My claim.pdf', sha256: 'a1'.repeat(32) }],
  receiptUrl: `${claim.transactionUrl}/confirmation`,
};
const issued = {
  ...delayed,
  documents: received.documents,
  fileNumber: 'CV-26-00000001-0000',
  code: '0123456789ABCDEF',
  verifyUrl: 'https://claims.example.org/v/0123456789ABCDEF',
  attached: true,
  deadlines: [{ kind: 'serve', by: '2027-05-25' }],
} as const;

const on = { en: 'Tuesday, November 24, 2026', fr: 'mardi 24 novembre 2026' };
const receivedAt = {
  en: 'Monday, November 23, 2026 at 9:15 p.m. Eastern time',
  fr: 'lundi 23 novembre 2026 à 21\u00a0h\u00a015 (heure de l’Est)',
};
const receivedAtSecond = {
  en: 'Monday, November 23, 2026 at 9:15:00 p.m. Eastern time (UTC−5)',
  fr: 'lundi 23 novembre 2026 à 21\u00a0h\u00a015\u00a0min\u00a00\u00a0s (heure de l’Est, UTC−5)',
};
const languages = ['en', 'fr'] as const;

describe.each(languages)('mail to a filer in %s', (locale) => {
  it('claim received: reference, when, the date it will bear, where to look', async () => {
    const mail = await renderClaimReceived(received, locale);
    expect(mail.subject).toContain(claim.reference);
    for (const fact of [
      receivedAt[locale],
      on[locale],
      claim.title,
      claim.ownNumber,
      claim.courtOffice,
      received.receiptUrl,
      'a1'.repeat(32),
    ]) {
      expect(mail.text).toContain(fact);
    }
    expect(mail.html).toContain(`lang="${locale}"`);
    expect(mail.html).toContain(`href="${received.receiptUrl}"`);
    expect(mail.html).toContain('&lt;Holdings&gt;');
  });

  it('claim received in hours: that it is being issued, and not why it waits', async () => {
    const mail = await renderClaimReceived({ ...received, isOpen: true }, locale);
    expect(mail.text).not.toContain('4.05');
    expect(mail.text).toContain(on[locale]);
  });

  it('claim issued: number, date, link, code, the bilingual line of the court, the last day for service', async () => {
    const mail = await renderClaimIssued(issued, locale);
    expect(mail.subject).toContain(issued.fileNumber);
    const { fileNumber, verifyUrl } = issued;
    const served = { en: 'Tuesday, May 25, 2027', fr: 'mardi 25 mai 2027' }[locale];
    const facts = [fileNumber, on[locale], claim.reference, claim.transactionUrl, '14.08', served];
    for (const fact of [
      ...facts,
      '0123-4567-89AB-CDEF',
      verifyUrl,
      receivedAtSecond[locale],
      'a1'.repeat(32),
    ]) {
      expect(mail.text).toContain(fact);
      expect(mail.html).toContain(fact);
    }
    expect(mail.text).toContain('Electronically issued / Délivré par voie électronique');
    expect(mail.text).not.toContain('14D');
  });

  it('notice of action issued: the day itself for Form 14D, and the earlier one where the offices are closed', async () => {
    const deadlines = [
      { kind: 'file-14d', by: '2026-12-24', fileBy: '2026-12-23' },
      { kind: 'serve-both', by: '2027-05-25' },
    ] as const;
    const mail = await renderClaimIssued({ ...issued, documentType: 'form-14c', deadlines }, locale);
    const days = {
      en: ['December 24, 2026', 'December 23, 2026'],
      fr: ['24 décembre 2026', '23 décembre 2026'],
    };
    for (const day of days[locale]) expect(mail.text).toContain(day);
    expect(mail.text).toMatch(/14D.*14\.03/);
  });

  it('claim issued, too large to attach: says to download it', async () => {
    const attached = await renderClaimIssued(issued, locale);
    const linked = await renderClaimIssued({ ...issued, attached: false }, locale);
    expect(attached.text).toMatch(/attached|joint/);
    expect(linked.text).not.toMatch(/attached|joint/);
  });

  it('claim delayed: reference, when it was received, the date that is kept', async () => {
    const mail = await renderClaimDelayed(delayed, locale);
    expect(mail.subject).toContain(claim.reference);
    for (const fact of [receivedAt[locale], on[locale], claim.transactionUrl]) {
      expect(mail.text).toContain(fact);
    }
  });

  it.each<NoticeKind>(['held', 'redated', 'replaced', 'approved'])(
    'claim %s: reference, the date that it will bear, why, and where to look',
    async (notice) => {
      const mail = await renderClaimNotice({ ...claim, notice, reason: 'Two pages <were> blank' }, locale);
      expect(mail.subject).toContain(claim.reference);
      for (const fact of [on[locale], 'Two pages <were> blank', claim.transactionUrl, claim.title]) {
        expect(mail.text).toContain(fact);
      }
      expect(mail.html).toContain('&lt;were&gt;');
    },
  );

  it('claim dated anew: the date before and the date now', async () => {
    const notice = { ...claim, notice: 'redated', reason: '', before: '2026-11-25' } as const;
    const mail = await renderClaimNotice(notice, locale);
    expect(mail.text).toContain(on[locale]);
    expect(mail.text).toContain(
      locale === 'en' ? 'Wednesday, November 25, 2026' : 'mercredi 25 novembre 2026',
    );
  });

  it('hold for another reason: that it takes the place of what was asked before', async () => {
    const notice = { ...claim, notice: 'heldAnew', reason: 'A page is missing', asked: ['b.pdf'] } as const;
    for (const laterKind of [null, 'affidavit-of-service' as const]) {
      const mail = await renderClaimNotice({ ...notice, laterKind, next: 'replacement' }, locale);
      for (const fact of [on[locale], 'A page is missing', 'b.pdf']) expect(mail.text).toContain(fact);
      expect(mail.text).toMatch(/takes the place of what|remplace ce qu/);
    }
  });

  it('claim put on hold by staff: why, which documents are asked for, and what can be done', async () => {
    const notice = {
      ...claim,
      notice: 'heldByStaff',
      reason: 'A page is missing',
      asked: ['b.pdf'],
    } as const;
    const mail = await renderClaimNotice({ ...notice, next: 'replacement' }, locale);
    for (const fact of [on[locale], 'A page is missing', 'b.pdf', claim.transactionUrl])
      expect(mail.text).toContain(fact);
    expect(mail.text).toMatch(/send another document|envoyez un autre document/);
    const patient = await renderClaimNotice({ ...notice, asked: [], next: 'none' }, locale);
    expect(patient.text).toMatch(/nothing to do|rien à faire/);
  });

  it('document replaced while others are still asked for: how many', async () => {
    const notice = { ...claim, notice: 'replaced', reason: '', stillAsked: 2 } as const;
    const mail = await renderClaimNotice(notice, locale);
    expect(mail.text).toMatch(/2 more documents|encore 2 documents/);
    expect(mail.text).not.toMatch(/nothing to do|rien à faire/);
  });

  it.each<NoticeKind>(['withdrawn', 'refused'])(
    'claim or copy %s: reference and where to look',
    async (notice) => {
      const mail = await renderClaimNotice({ ...claim, notice, reason: '' }, locale);
      expect(mail.subject).toContain(claim.reference);
      expect(mail.text).toContain(claim.transactionUrl);
    },
  );

  it('ONE-key IDs: every ID and the sign-in page', async () => {
    const signInUrl = 'https://claims.example.org/en/sign-in';
    const mail = await renderOneKeyIds({ ids: ['zoe.cote', 'zcote-2'], signInUrl }, locale);
    for (const fact of ['zoe.cote', 'zcote-2', signInUrl]) expect(mail.text).toContain(fact);
  });

  it('account closed: when, and that filings stay', async () => {
    const mail = await renderAccountClosed({ at: delayed.receivedAt }, locale);
    expect(mail.text).toContain(receivedAt[locale]);
    expect(mail.text).toMatch(/remain with the court|restent à la Cour/);
  });

  it('password link: the address as it is, and how long it works', async () => {
    const url = 'https://claims.example.org/en/recover/answers?token=a-b_c&x=1';
    const mail = await renderPasswordLink({ url, minutes: 30 }, locale);
    expect(mail.text).toContain(url);
    expect(mail.text).toContain('30 minutes');
  });

  it('confirm an address: the link as it is, and how long it works', async () => {
    const url = 'https://claims.example.org/api/confirm-email/a-b_c?locale=fr';
    const mail = await renderConfirmEmail({ url, hours: 24 }, locale);
    expect(mail.text).toContain(url);
    expect(mail.text).toMatch(/24 (hours|heures)/);
  });

  it('recovery information changed: what, when, and no link', async () => {
    const told = await Promise.all(
      (['email', 'questions', 'contact'] satisfies RecoveryChange[]).map(
        async (what) => (await renderRecoveryInfoChanged({ what, at: received.receivedAt }, locale)).text,
      ),
    );
    for (const text of told) expect(text).toContain(receivedAt[locale]);
    expect(new Set(told).size).toBe(3);
    expect(told.join()).not.toMatch(/https?:/);
  });

  it('password changed: when', async () => {
    const mail = await renderPasswordChanged({ at: received.receivedAt }, locale);
    expect(mail.text).toContain(receivedAt[locale]);
  });

  it('is the same bytes each time, so that a retry may repeat it', async () => {
    expect(await renderClaimIssued(issued, locale)).toEqual(await renderClaimIssued(issued, locale));
  });
});

it('mail to staff of a filing on hold: reference, why and where to look, in both languages', async () => {
  const url = 'https://claims.example.org/en/admin/filings/K7QX-4M2P';
  const mail = await renderStaffHeld({ reference: claim.reference, code: 'no-room', url });
  expect(mail.subject).toContain(claim.reference);
  for (const fact of [url, 'no-room', 'Filing K7QX-4M2P', 'dépôt K7QX-4M2P']) {
    expect(mail.text).toContain(fact);
  }
});

it.each(languages)(
  'mail about a draft that ends: which, until when and where, in both languages (%s)',
  async (locale) => {
    const url = 'https://claims.example.org/en/claims/D-3JB8-FKT0';
    const facts = { reference: 'D-3JB8-FKT0', until: new Date('2026-11-25T02:00:00Z'), url };
    const { subject, text } = await renderDraftExpiring(facts, locale);
    expect(subject.split(' / ')).toHaveLength(2);
    for (const fact of ['D-3JB8-FKT0', on.en, on.fr, url]) expect(text).toContain(fact);
  },
);

it.each<AccountChange>([
  'authenticator-added',
  'authenticator-removed',
  'passkey-added',
  'passkey-removed',
  'codes-made',
  'code-used',
  'in-person-code',
])('mail about a change of the account, %s: what and when, in both languages', async (what) => {
  const { subject, text } = await renderAccountChanged(what, new Date('2026-11-24T15:00:00Z'), 'fr');
  expect(subject).toBe('Votre compte ONe-key a été modifié / Your ONE-key account was changed');
  expect(text).toContain('24 novembre 2026');
  expect(text).toContain('November 24, 2026');
});

it.each(namesAnywhere)('mail names %s as it was written', async (name) => {
  const title = `${name} v. ${name}`;
  const documents = [{ name: `${name}.pdf`, sha256: 'a1'.repeat(32) }];
  for (const mail of [
    await renderClaimReceived({ ...received, title, documents }, 'en'),
    await renderClaimIssued({ ...issued, title }, 'fr'),
  ]) {
    expect(mail.text).toContain(title);
    expect(mail.html).toContain(title);
  }
  const mail = await renderClaimReceived({ ...received, documents }, 'en');
  expect(mail.text).toContain(`${name}.pdf`);
  expect(mail.html).toContain(`${name}.pdf`);
});
