import type { Locale } from 'next-intl';
import { isCorrection } from '@/lib/domain/claim/later/correction';
import { formatDate } from '@/lib/domain/court/dates';
import { inGroups } from '@/lib/domain/crockford';
import { isClosed } from '@/lib/domain/filing/restriction';
import type { ClaimIssued } from '@/lib/mail/claim/claim-issued';
import { claimRows, receivedRows } from '@/lib/mail/claim/mail-about-claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, Paragraph, Subheading } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** `late`: a statement of claim that was filed after the time of r. 14.03(3). */
type DocumentFiled = Omit<ClaimIssued, 'deadlines'> & { late: boolean };

/** Where the document is. That of a sealed or anonymised court file is never sent. */
function documentAt({ attached, restrictions = [] }: DocumentFiled) {
  if (isClosed(restrictions)) return 'restricted';
  return attached ? 'attached' : 'linked';
}

/**
 * The notice that a later document was accepted for filing (r. 4.05(4.2)), with the stamped document; or that the court filed
 * a new version beside an issued document, with that version.
 */
export function renderDocumentFiled(document: DocumentFiled, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const { fileNumber, verifyUrl, laterKind } = document;
  const date = formatDate(document.issueOn, locale);
  const isOfCourt = isCorrection(laterKind ?? null);
  const texts = isOfCourt ? ('correctionFiled' as const) : ('documentFiled' as const);
  return renderMail(
    t(`${texts}.subject`, { fileNumber }),
    <Layout locale={locale} title={t(`${texts}.heading`)}>
      <Paragraph>{t('greeting')}</Paragraph>
      <Paragraph>{t(`${texts}.filed`, { date, fileNumber })}</Paragraph>
      {!isOfCourt && (
        <Paragraph>
          <strong>{t('documentFiled.courtLine')}</strong>
        </Paragraph>
      )}
      <Facts
        rows={[
          [t('facts.fileNumber'), fileNumber],
          [t('facts.filedOn'), date],
          [t('facts.code'), inGroups(document.code)],
          ...claimRows(t, document),
          ...receivedRows(t, document, locale),
        ]}
      />
      <Paragraph>{t(`${texts}.${documentAt(document)}`)}</Paragraph>
      <Action href={document.transactionUrl}>{t('viewDocument')}</Action>
      <Subheading>{t('whatToDoNext')}</Subheading>
      {document.late && <Paragraph>{t('documentFiled.late')}</Paragraph>}
      {laterKind === 'statement-of-claim' && <Paragraph>{t('documentFiled.serveBoth')}</Paragraph>}
      <Paragraph>{t(isOfCourt ? 'correctionFiled.serve' : 'claimIssued.original')}</Paragraph>
      <Paragraph>
        {t(`${texts}.verify`)} <a href={verifyUrl}>{verifyUrl}</a>
      </Paragraph>
      <Paragraph>{t('claimReceived.hashes')}</Paragraph>
      <Paragraph>{t(`${texts}.keep`)}</Paragraph>
    </Layout>,
  );
}
