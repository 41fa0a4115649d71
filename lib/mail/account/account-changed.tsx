import type { Locale } from 'next-intl';
import { formatInstant } from '@/lib/domain/court/dates';
import { Layout, Paragraph, Subheading } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

export type AccountChange =
  | 'authenticator-added'
  | 'authenticator-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'codes-made'
  | 'code-used'
  | 'in-person-code'
  | 'second-steps-reset'
  | 'locked'
  | 'unlocked'
  | 'unused-soon'
  | 'unused-locked';

/** Changes that nobody could have made with the account. */
const byStaff: readonly AccountChange[] = ['locked', 'unlocked', 'unused-soon', 'unused-locked'];

function Told({ what, at, locale }: { what: AccountChange; at: Date; locale: Locale }) {
  const t = mailTexts(locale);
  return (
    <>
      <Paragraph>{t(`accountChanged.what.${what}`, { date: formatInstant(at, locale) })}</Paragraph>
      <Paragraph>
        {t(byStaff.includes(what) ? 'accountChanged.askOffice' : 'accountChanged.notYou')}
      </Paragraph>
    </>
  );
}

/**
 * Tells the owner which change was made to the ways into the account, so that a change by somebody else is
 * noticed. It is in both languages, because the person who made the change chose the language of the page.
 */
export function renderAccountChanged(what: AccountChange, at: Date, locale: Locale): Promise<RenderedMail> {
  const other = locale === 'en' ? 'fr' : 'en';
  const [t, u] = [mailTexts(locale), mailTexts(other)];
  return renderMail(
    `${t('accountChanged.subject')} / ${u('accountChanged.subject')}`,
    <Layout locale={locale} title={t('accountChanged.heading')}>
      <Told what={what} at={at} locale={locale} />
      <div lang={other}>
        <Subheading>{u('accountChanged.heading')}</Subheading>
        <Told what={what} at={at} locale={other} />
      </div>
    </Layout>,
  );
}
