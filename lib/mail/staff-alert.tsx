import { formatInstant } from '@/lib/domain/court/dates';
import type { AlertKind } from '@/lib/domain/health/alert';
import { Action, Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/** Whether an alert begins, still lasts after an hour, or is over. */
export type Tidings = 'begun' | 'lasting' | 'over';

/** Tells staff, in both languages, that the service needs a person, or no longer does. */
export function renderStaffAlert(alert: {
  kind: AlertKind;
  tidings: Tidings;
  /** The same in both languages. */
  detail: string;
  sinceAt: Date;
  url: string;
}): Promise<RenderedMail> {
  const words = (locale: 'en' | 'fr') => {
    const t = mailTexts(locale);
    const since = formatInstant(alert.sinceAt, locale);
    const what = t(`alert.what.${alert.kind}`);
    return {
      title: t(`alert.title.${alert.tidings}`, { what }),
      detail: t('alert.detail', { detail: alert.detail, since }),
      next: t(alert.tidings === 'over' ? 'alert.over' : `alert.next.${alert.kind}`),
    };
  };
  const [en, fr] = [words('en'), words('fr')];
  return renderMail(
    en.title,
    <Layout locale="en" title={en.title}>
      <Paragraph>{en.detail}</Paragraph>
      <Paragraph>{en.next}</Paragraph>
      <Paragraph>
        <span lang="fr">{`${fr.title}. ${fr.detail} ${fr.next}`}</span>
      </Paragraph>
      <Action href={alert.url}>{mailTexts('en')('alert.view')}</Action>
    </Layout>,
  );
}
