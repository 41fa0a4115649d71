import type { Locale } from 'next-intl';
import { Action, Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** The link that confirms an e-mail address, once, within a number of hours. The message is a secret. */
export function renderConfirmEmail(
  { url, hours }: { url: string; hours: number },
  locale: Locale,
): Promise<RenderedMail> {
  const t = mailTexts(locale);
  return renderMail(
    t('confirmEmail.subject'),
    <Layout locale={locale} title={t('confirmEmail.heading')}>
      <Paragraph>{t('confirmEmail.intro')}</Paragraph>
      <Action href={url}>{t('confirmEmail.link')}</Action>
      <Paragraph>{t('confirmEmail.expires', { hours })}</Paragraph>
      <Paragraph>{t('confirmEmail.why')}</Paragraph>
      <Paragraph>{t('confirmEmail.notYou')}</Paragraph>
    </Layout>,
  );
}
