import type { Locale } from 'next-intl';
import { paperOf } from '@/lib/domain/claim/claim';
import { formatDate } from '@/lib/domain/court/dates';
import type { IsoDate } from '@/lib/domain/court/day';
import type { HoldRemedy } from '@/lib/domain/filing/holds/asked';
import { claimRows, type MailAboutClaim } from '@/lib/mail/claim/mail-about-claim';
import { Facts } from '@/lib/mail/facts';
import { Action, Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { type MailTexts, mailTexts } from '@/lib/mail/texts';

/** Events of a claim between its receipt and its issue, other than its issue. */
export type NoticeKind =
  | 'held'
  | 'heldByStaff'
  | 'heldAnew'
  | 'withdrawn'
  | 'redated'
  | 'replaced'
  | 'approved'
  | 'refused';

export type ClaimNotice = MailAboutClaim & {
  notice: NoticeKind;
  /** The reason in words for the reader, or ''. */
  reason: string;
  /** The date that it bore until now, where that changes. */
  before?: IsoDate | undefined;
  /** The documents of which another copy is asked for, by their names. */
  asked?: readonly string[];
  /** What the filer can do, where that is another thing than the notice says. */
  next?: HoldRemedy;
  /** How many documents are still asked for. */
  stillAsked?: number;
};

type Texts = `claimNotice.${NoticeKind}` | `documentNotice.${NoticeKind}`;

/** What happens next, or what the filer can do. */
function nextWords(t: MailTexts, { next, stillAsked = 0 }: ClaimNotice, texts: Texts, date: string): string {
  if (stillAsked > 0) return t('claimNotice.stillAsked', { count: stillAsked });
  return next ? t(`claimNotice.nextOf.${next}`) : t(`${texts}.next`, { date });
}

/** Tells the filer what happened to their claim, which date it bears now, and what to do. */
export function renderClaimNotice(claim: ClaimNotice, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  const { notice, reference, laterKind } = claim;
  const texts = laterKind ? (`documentNotice.${notice}` as const) : (`claimNotice.${notice}` as const);
  const date = formatDate(claim.issueOn, locale);
  const paper = paperOf(claim.documentType);
  const askedRows = (claim.asked ?? []).map((name): [string, string] => [t('facts.askedFor'), name]);
  return renderMail(
    t(`${texts}.subject`, { reference, paper }),
    <Layout locale={locale} title={t(`${texts}.heading`, { paper })}>
      <Paragraph>{t('greeting')}</Paragraph>
      <Paragraph>{t(`${texts}.words`, { date, paper })}</Paragraph>
      {claim.before && (
        <Paragraph>{t('claimNotice.before', { date: formatDate(claim.before, locale) })}</Paragraph>
      )}
      {claim.reason && <Paragraph>{t('claimNotice.reason', { reason: claim.reason })}</Paragraph>}
      <Facts rows={[...claimRows(t, claim), ...askedRows]} />
      <Paragraph>{nextWords(t, claim, texts, date)}</Paragraph>
      <Action href={claim.transactionUrl}>{t(laterKind ? 'viewDocument' : 'viewTransaction')}</Action>
    </Layout>,
  );
}
