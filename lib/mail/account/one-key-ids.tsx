import type { Locale } from 'next-intl';
import { Action, Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** The ONE-key IDs that have this e-mail address on file. */
export function renderOneKeyIds(
  { ids, signInUrl }: { ids: string[]; signInUrl: string },
  locale: Locale,
): Promise<RenderedMail> {
  const t = mailTexts(locale);
  return renderMail(
    t('oneKeyIds.subject'),
    <Layout locale={locale} title={t('oneKeyIds.heading')}>
      <Paragraph>{t('oneKeyIds.intro', { count: ids.length })}</Paragraph>
      {ids.map((id) => (
        <Paragraph key={id}>
          <strong>{id}</strong>
        </Paragraph>
      ))}
      <Action href={signInUrl}>{t('oneKeyIds.signIn')}</Action>
      <Paragraph>{t('oneKeyIds.notYou')}</Paragraph>
    </Layout>,
  );
}
