import type { Locale } from 'next-intl';
import { formatInstant } from '@/lib/domain/court/dates';
import { Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** Tells the owner that the password was changed, so that a change by somebody else is noticed. */
export function renderPasswordChanged({ at }: { at: Date }, locale: Locale): Promise<RenderedMail> {
  const t = mailTexts(locale);
  return renderMail(
    t('passwordChanged.subject'),
    <Layout locale={locale} title={t('passwordChanged.heading')}>
      <Paragraph>{t('passwordChanged.changed', { date: formatInstant(at, locale) })}</Paragraph>
      <Paragraph>{t('passwordChanged.notYou')}</Paragraph>
    </Layout>,
  );
}
