import type { Locale } from 'next-intl';
import { formatInstant } from '@/lib/domain/court/dates';
import { Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** Tells the owner that the account was closed, at the address that was deleted with it. */
export function renderAccountClosed({ at }: { at: Date }, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  return renderMail(
    t('accountClosed.subject'),
    <Layout locale={locale} title={t('accountClosed.heading')}>
      <Paragraph>{t('accountClosed.closed', { date: formatInstant(at, locale) })}</Paragraph>
      <Paragraph>{t('accountClosed.stays')}</Paragraph>
      <Paragraph>{t('accountClosed.notYou')}</Paragraph>
    </Layout>,
  );
}
