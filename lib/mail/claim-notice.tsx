import type { Locale } from 'next-intl';
import { formatDate } from '@/lib/domain/dates';
import type { IsoDate } from '@/lib/domain/day';
import { type ClaimMail, claimRows } from '@/lib/mail/claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** What can happen to a claim between its receipt and its issue, beside being issued. */
export type Notice = 'held' | 'withdrawn' | 'redated' | 'replaced' | 'approved' | 'refused';

export type ClaimNotice = ClaimMail & {
  notice: Notice;
  /** In words, for the reader: why, or ''. */
  reason: string;
  /** The date that it bore until now, where that changes. */
  before?: IsoDate;
};

/** Tells the filer what happened to their claim, which date it bears now, and what to do. */
export function renderClaimNotice(claim: ClaimNotice, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const { notice, reference } = claim;
  const date = formatDate(claim.issueOn, locale);
  return renderMail(
    t(`claimNotice.${notice}.subject`, { reference }),
    <Layout locale={locale} title={t(`claimNotice.${notice}.heading`)}>
      <Paragraph>{t('greeting', { name: claim.name })}</Paragraph>
      <Paragraph>{t(`claimNotice.${notice}.words`, { date })}</Paragraph>
      {claim.before && (
        <Paragraph>{t('claimNotice.before', { date: formatDate(claim.before, locale) })}</Paragraph>
      )}
      {claim.reason && <Paragraph>{t('claimNotice.reason', { reason: claim.reason })}</Paragraph>}
      <Facts rows={claimRows(t, claim)} />
      <Paragraph>{t(`claimNotice.${notice}.next`, { date })}</Paragraph>
      <Action href={claim.transactionUrl}>{t('viewTransaction')}</Action>
    </Layout>,
  );
}
