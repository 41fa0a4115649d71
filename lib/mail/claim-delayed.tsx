import type { Locale } from 'next-intl';
import { formatDate, formatInstant } from '@/lib/domain/dates';
import { type ClaimMail, claimRows } from '@/lib/mail/claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, Paragraph, Subheading } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** `receivedAt`: the instant, by the court's clock, at which it was submitted. */
export type ClaimDelayed = ClaimMail & { receivedAt: Date };

/** Sent when issuing failed: the claim is kept as received, is tried again, and keeps its date. */
export function renderClaimDelayed(claim: ClaimDelayed, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const received = formatInstant(claim.receivedAt, locale);
  return renderMail(
    t('claimDelayed.subject', { reference: claim.reference }),
    <Layout locale={locale} title={t('claimDelayed.heading')}>
      <Paragraph>{t('greeting', { name: claim.name })}</Paragraph>
      <Paragraph>{t('claimDelayed.received', { date: received })}</Paragraph>
      <Facts rows={[...claimRows(t, claim), [t('facts.receivedAt'), received]]} />
      <Subheading>{t('whatHappensNext')}</Subheading>
      <Paragraph>{t('claimDelayed.retrying')}</Paragraph>
      <Paragraph>{t('claimDelayed.dateKept', { date: formatDate(claim.issueOn, locale) })}</Paragraph>
      <Paragraph>{t('claimDelayed.willMail')}</Paragraph>
      <Action href={claim.transactionUrl}>{t('viewTransaction')}</Action>
    </Layout>,
  );
}
