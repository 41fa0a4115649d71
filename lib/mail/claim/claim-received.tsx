import type { Locale } from 'next-intl';
import { paperOf } from '@/lib/domain/claim/claim';
import { formatDate, formatInstant } from '@/lib/domain/court/dates';
import {
  claimRows,
  type MailAboutClaim,
  type Received,
  receivedRows,
} from '@/lib/mail/claim/mail-about-claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, Paragraph, Subheading } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

export type ClaimReceived = MailAboutClaim &
  Received & {
    /** Whether the office was open then. If so, the claim is being issued. */
    isOpen: boolean;
    /** The absolute address of the receipt. */
    receiptUrl: string;
  };

/**
 * The receipt, sent at once: what the court has, since when, and the date the claim will bear (r. 4.05(8)).
 */
export function renderClaimReceived(claim: ClaimReceived, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const paper = paperOf(claim.documentType);
  const received = formatInstant(claim.receivedAt, locale);
  const issued = formatDate(claim.issueOn, locale);
  const facts: [string, string][] = [
    ...claimRows(t, claim),
    [t('facts.issueOn'), issued],
    ...receivedRows(t, claim, locale),
  ];
  return renderMail(
    t('claimReceived.subject', { reference: claim.reference, paper }),
    <Layout locale={locale} title={t('claimReceived.heading', { paper })}>
      <Paragraph>{t('greeting')}</Paragraph>
      <Paragraph>{t('claimReceived.received', { date: received, paper })}</Paragraph>
      <Facts rows={facts} />
      <Paragraph>{t('claimReceived.hashes')}</Paragraph>
      <Subheading>{t('whatHappensNext')}</Subheading>
      <Paragraph>
        {t(claim.isOpen ? 'claimReceived.issuingNow' : 'claimReceived.issueOn', { date: issued })}
      </Paragraph>
      {!claim.isOpen && <Paragraph>{t('claimReceived.whyThatDate')}</Paragraph>}
      <Paragraph>{t('claimReceived.notYet')}</Paragraph>
      <Paragraph>{t('claimReceived.keep')}</Paragraph>
      <Action href={claim.receiptUrl}>{t('viewReceipt')}</Action>
    </Layout>,
  );
}
