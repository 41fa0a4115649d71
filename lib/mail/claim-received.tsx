import type { Locale } from 'next-intl';
import { formatDate, formatInstant } from '@/lib/domain/dates';
import { type ClaimMail, claimRows } from '@/lib/mail/claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, Paragraph, Subheading } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** `receivedAt`: the instant, by the court's clock, at which it was submitted. */
export type ClaimReceived = ClaimMail & { receivedAt: Date };

/** Sent at once for a claim that is issued later, because the office is closed: the date it will bear (r. 4.05(8)). */
export function renderClaimReceived(claim: ClaimReceived, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const received = formatInstant(claim.receivedAt, locale);
  const issued = formatDate(claim.issueOn, locale);
  return renderMail(
    t('claimReceived.subject', { reference: claim.reference }),
    <Layout locale={locale} title={t('claimReceived.heading')}>
      <Paragraph>{t('greeting', { name: claim.name })}</Paragraph>
      <Paragraph>{t('claimReceived.received', { date: received })}</Paragraph>
      <Facts
        rows={[...claimRows(t, claim), [t('facts.receivedAt'), received], [t('facts.issueOn'), issued]]}
      />
      <Subheading>{t('whatHappensNext')}</Subheading>
      <Paragraph>{t('claimReceived.issueOn', { date: issued })}</Paragraph>
      <Paragraph>{t('claimReceived.whyThatDate')}</Paragraph>
      <Paragraph>{t('claimReceived.notYet')}</Paragraph>
      <Paragraph>{t('claimReceived.keep')}</Paragraph>
      <Action href={claim.transactionUrl}>{t('viewTransaction')}</Action>
    </Layout>,
  );
}
