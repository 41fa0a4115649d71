import type { Locale } from 'next-intl';
import { formatInstant } from '@/lib/domain/dates';
import { Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** What of the ways back into an account was changed. */
export type RecoveryChange = 'email' | 'questions' | 'contact';

/** Tells the owner of a change that whoever makes it could use to get into the account. */
export function renderRecoveryInfoChanged(
  { what, at }: { what: RecoveryChange; at: Date },
  locale: Locale,
): Promise<RenderedMail> {
  const t = mailTexts(locale);
  return renderMail(
    t('recoveryInfoChanged.subject'),
    <Layout locale={locale} title={t('recoveryInfoChanged.heading')}>
      <Paragraph>{t(`recoveryInfoChanged.${what}`, { date: formatInstant(at, locale) })}</Paragraph>
      <Paragraph>{t('recoveryInfoChanged.notYou')}</Paragraph>
    </Layout>,
  );
}
