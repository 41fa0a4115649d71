import type { Locale } from 'next-intl';
import { formatDate, formatInstant } from '@/lib/domain/court/dates';
import type { ClaimReceived } from '@/lib/mail/claim/claim-received';
import { claimRows, receivedRows } from '@/lib/mail/claim/mail-about-claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, Paragraph, Subheading } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** The receipt of a later document, sent at once; `fileNumber` is that of its court file. */
export function renderDocumentReceived(
  document: ClaimReceived & { fileNumber: string },
  locale: Locale,
): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const { reference, fileNumber, isOpen, receivedAt } = document;
  const filed = formatDate(document.issueOn, locale);
  const facts: [string, string][] = [
    [t('facts.fileNumber'), fileNumber],
    ...claimRows(t, document),
    [t('facts.filedOn'), filed],
    ...receivedRows(t, document, locale),
  ];
  return renderMail(
    t('documentReceived.subject', { reference }),
    <Layout locale={locale} title={t('documentReceived.heading')}>
      <Paragraph>{t('greeting')}</Paragraph>
      <Paragraph>
        {t('documentReceived.received', { date: formatInstant(receivedAt, locale), fileNumber })}
      </Paragraph>
      <Facts rows={facts} />
      <Paragraph>{t('claimReceived.hashes')}</Paragraph>
      <Subheading>{t('whatHappensNext')}</Subheading>
      <Paragraph>
        {t(isOpen ? 'documentReceived.filingNow' : 'documentReceived.fileOn', { date: filed })}
      </Paragraph>
      {!isOpen && <Paragraph>{t('documentReceived.whyThatDate')}</Paragraph>}
      <Paragraph>{t('documentReceived.keep')}</Paragraph>
      <Action href={document.receiptUrl}>{t('viewReceipt')}</Action>
    </Layout>,
  );
}
