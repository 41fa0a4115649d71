import type { Locale } from 'next-intl';
import { Action, Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/**
 * The link that opens the recovery of a password, once, within a number of minutes. The message is a secret.
 */
export function renderPasswordLink(
  { url, minutes }: { url: string; minutes: number },
  locale: Locale,
): Promise<RenderedMail> {
  const t = mailTexts(locale);
  return renderMail(
    t('passwordLink.subject'),
    <Layout locale={locale} title={t('passwordLink.heading')}>
      <Paragraph>{t('passwordLink.intro')}</Paragraph>
      <Action href={url}>{t('passwordLink.link')}</Action>
      <Paragraph>{t('passwordLink.expires', { minutes })}</Paragraph>
      <Paragraph>{t('passwordLink.notYou')}</Paragraph>
    </Layout>,
  );
}
