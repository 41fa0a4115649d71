import type { Locale } from 'next-intl';
import { formatInstant } from '@/lib/domain/court/dates';
import { Action, Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** The changed part of an account's recovery information. */
export type RecoveryChange = 'email' | 'questions' | 'contact';

/**
 * Tells the owner about a change with which its author could get into the account.
 * @param undo the link that takes a changed address back, and the days for which it works
 */
export function renderRecoveryInfoChanged(
  { what, at, undo }: { what: RecoveryChange; at: Date; undo?: { url: string; days: number } },
  locale: Locale,
): Promise<RenderedMail> {
  const t = mailTexts(locale);
  return renderMail(
    t('recoveryInfoChanged.subject'),
    <Layout locale={locale} title={t('recoveryInfoChanged.heading')}>
      <Paragraph>{t(`recoveryInfoChanged.${what}`, { date: formatInstant(at, locale) })}</Paragraph>
      <Paragraph>{t(undo ? 'recoveryInfoChanged.notYouUndo' : 'recoveryInfoChanged.notYou')}</Paragraph>
      {undo && <Action href={undo.url}>{t('recoveryInfoChanged.undo')}</Action>}
      {undo && <Paragraph>{t('recoveryInfoChanged.undoDays', { days: undo.days })}</Paragraph>}
    </Layout>,
  );
}
