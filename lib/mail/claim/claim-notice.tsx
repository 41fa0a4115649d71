import type { Locale } from 'next-intl';
import { paperOf } from '@/lib/domain/claim/claim';
import { formatDate } from '@/lib/domain/court/dates';
import type { IsoDate } from '@/lib/domain/court/day';
import { claimRows, type MailAboutClaim } from '@/lib/mail/claim/mail-about-claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** Events of a claim between its receipt and its issue, other than its issue. */
export type NoticeKind = 'held' | 'withdrawn' | 'redated' | 'replaced' | 'approved' | 'refused';

export type ClaimNotice = MailAboutClaim & {
  notice: NoticeKind;
  /** The reason in words for the reader, or ''. */
  reason: string;
  /** The date that it bore until now, where that changes. */
  before?: IsoDate | undefined;
};

/** Tells the filer what happened to their claim, which date it bears now, and what to do. */
export function renderClaimNotice(claim: ClaimNotice, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const { notice, reference, laterKind } = claim;
  const texts = laterKind ? (`documentNotice.${notice}` as const) : (`claimNotice.${notice}` as const);
  const date = formatDate(claim.issueOn, locale);
  const paper = paperOf(claim.documentType);
  return renderMail(
    t(`${texts}.subject`, { reference, paper }),
    <Layout locale={locale} title={t(`${texts}.heading`, { paper })}>
      <Paragraph>{t('greeting')}</Paragraph>
      <Paragraph>{t(`${texts}.words`, { date })}</Paragraph>
      {claim.before && (
        <Paragraph>{t('claimNotice.before', { date: formatDate(claim.before, locale) })}</Paragraph>
      )}
      {claim.reason && <Paragraph>{t('claimNotice.reason', { reason: claim.reason })}</Paragraph>}
      <Facts rows={claimRows(t, claim)} />
      <Paragraph>{t(`${texts}.next`, { date })}</Paragraph>
      <Action href={claim.transactionUrl}>{t(laterKind ? 'viewDocument' : 'viewTransaction')}</Action>
    </Layout>,
  );
}
