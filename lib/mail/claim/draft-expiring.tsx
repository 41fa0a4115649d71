import type { Locale } from 'next-intl';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatDate } from '@/lib/domain/court/dates';
import { Action, Layout, Paragraph, Subheading } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

type Facts = { reference: string; until: Date; url: string };

function Told({ reference, until, locale }: Facts & { locale: Locale }) {
  const t = mailTexts(locale);
  const date = formatDate(courtDay(until), locale);
  return (
    <>
      <Paragraph>{t('draftExpiring.when', { reference, date })}</Paragraph>
      <Paragraph>{t('draftExpiring.what')}</Paragraph>
    </>
  );
}

/**
 * Tells the owner of a draft until when it is kept. It is in both languages, because a draft has no language of its own;
 * the first is that of the proceeding, where it is chosen.
 */
export function renderDraftExpiring(facts: Facts, locale: Locale): Promise<RenderedMail> {
  const other = locale === 'en' ? 'fr' : 'en';
  const [t, u] = [mailTexts(locale), mailTexts(other)];
  const { reference } = facts;
  return renderMail(
    `${t('draftExpiring.subject', { reference })} / ${u('draftExpiring.subject', { reference })}`,
    <Layout locale={locale} title={t('draftExpiring.heading')}>
      <Told {...facts} locale={locale} />
      <Action href={facts.url}>{t('draftExpiring.open')}</Action>
      <div lang={other}>
        <Subheading>{u('draftExpiring.heading')}</Subheading>
        <Told {...facts} locale={other} />
      </div>
    </Layout>,
  );
}
