import type { Locale } from 'next-intl';
import { formatDate } from '@/lib/domain/court/dates';
import { inGroups } from '@/lib/domain/crockford';
import type { Deadline } from '@/lib/domain/filing/deadline';
import { deadlineSentences } from '@/lib/mail/claim/deadline-sentences';
import {
  claimRows,
  type MailAboutClaim,
  type Received,
  receivedRows,
} from '@/lib/mail/claim/mail-about-claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, NumberPanel, Paragraph, Subheading } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

export type ClaimIssued = MailAboutClaim &
  Received & {
    fileNumber: string;
    /** The verification code, and the address that shows what was issued under it. */
    code: string;
    verifyUrl: string;
    /**
     * Whether the sealed PDF is attached. Many mailboxes refuse large messages, so a large PDF goes by link.
     */
    attached: boolean;
    /** The plaintiff's next duties, each with its last day. */
    deadlines: readonly Deadline[];
  };

/**
 * The notice of issue that the court owes the party (r. 4.05(1.3)), with the next steps (r. 14.03, 14.08).
 */
export function renderClaimIssued(claim: ClaimIssued, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const { fileNumber, verifyUrl } = claim;
  const date = formatDate(claim.issueOn, locale);
  return renderMail(
    t(`claimIssued.subject.${claim.documentType}`, { fileNumber }),
    <Layout locale={locale} title={t(`claimIssued.heading.${claim.documentType}`)}>
      <Paragraph>{t('greeting')}</Paragraph>
      <Paragraph>{t(`claimIssued.issued.${claim.documentType}`, { date, fileNumber })}</Paragraph>
      <Paragraph>
        <strong>{t('claimIssued.courtLine')}</strong>
      </Paragraph>
      <NumberPanel label={t('facts.fileNumber')} value={fileNumber} date={date} />
      <Facts
        rows={[
          [t('facts.code'), inGroups(claim.code)],
          ...claimRows(t, claim),
          ...receivedRows(t, claim, locale),
        ]}
      />
      <Paragraph>{t(claim.attached ? 'claimIssued.attached' : 'claimIssued.linked')}</Paragraph>
      <Action href={claim.transactionUrl}>{t('viewTransaction')}</Action>
      <Subheading>{t('whatToDoNext')}</Subheading>
      <Paragraph>{t('claimIssued.seal')}</Paragraph>
      {deadlineSentences(claim.deadlines, locale).map((sentence) => (
        <Paragraph key={sentence}>
          <strong>{sentence}</strong>
        </Paragraph>
      ))}
      <Paragraph>{t('claimIssued.original')}</Paragraph>
      <Paragraph>
        {t('claimIssued.verify')} <a href={verifyUrl}>{verifyUrl}</a>
      </Paragraph>
      <Paragraph>{t('claimReceived.hashes')}</Paragraph>
      <Paragraph>{t('claimIssued.keep')}</Paragraph>
    </Layout>,
  );
}
