import type { Locale } from 'next-intl';
import { paperOf } from '@/lib/domain/claim/claim';
import { formatDate, formatInstant } from '@/lib/domain/court/dates';
import { claimRows, type MailAboutClaim } from '@/lib/mail/claim/mail-about-claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, Paragraph, Subheading } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** `receivedAt`: the instant of submission, by the court's clock. */
export type ClaimDelayed = MailAboutClaim & { receivedAt: Date };

/** Sent when issuing failed. The claim is still received and keeps its date, and issuing is tried again. */
export function renderClaimDelayed(claim: ClaimDelayed, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const paper = paperOf(claim.documentType);
  const received = formatInstant(claim.receivedAt, locale);
  if (claim.laterKind) return renderDocumentDelayed(claim, locale);
  return renderMail(
    t('claimDelayed.subject', { reference: claim.reference, paper }),
    <Layout locale={locale} title={t('claimDelayed.heading', { paper })}>
      <Paragraph>{t('greeting')}</Paragraph>
      <Paragraph>{t('claimDelayed.received', { date: received, paper })}</Paragraph>
      <Facts rows={[...claimRows(t, claim), [t('facts.receivedAt'), received]]} />
      <Subheading>{t('whatHappensNext')}</Subheading>
      <Paragraph>{t('claimDelayed.retrying')}</Paragraph>
      <Paragraph>{t('claimDelayed.dateKept', { date: formatDate(claim.issueOn, locale) })}</Paragraph>
      <Paragraph>{t('claimDelayed.willMail')}</Paragraph>
      <Action href={claim.transactionUrl}>{t('viewTransaction')}</Action>
    </Layout>,
  );
}

function renderDocumentDelayed(document: ClaimDelayed, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  return renderMail(
    t('documentNotice.delayed.subject', { reference: document.reference }),
    <Layout locale={locale} title={t('documentNotice.delayed.heading')}>
      <Paragraph>{t('greeting')}</Paragraph>
      <Paragraph>
        {t('documentNotice.delayed.words', { date: formatDate(document.issueOn, locale) })}
      </Paragraph>
      <Facts rows={claimRows(t, document)} />
      <Paragraph>{t('documentNotice.delayed.next')}</Paragraph>
      <Action href={document.transactionUrl}>{t('viewDocument')}</Action>
    </Layout>,
  );
}
