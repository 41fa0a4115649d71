import { getTranslations } from 'next-intl/server';
import { sendLinkAgain } from '@/app/[locale]/(one-key)/recovery-info/actions';
import { type Change, ChangeForm, changes } from '@/app/[locale]/(one-key)/recovery-info/change-form';
import { UnconfirmedEmail } from '@/app/[locale]/unconfirmed-email';
import { Alert } from '@/app/ui/display/alert';
import { SummaryList } from '@/app/ui/display/summary-list';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainLink } from '@/app/ui/links/plain-link';
import { getRecoveryInfo } from '@/lib/data/recovery/recovery-info';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('recoveryInfo');

/** The recovery info on file. With `?change=` it shows the form for one of the three changes. */
export default async function RecoveryInfoPage({ searchParams }: PageProps<'/[locale]/recovery-info'>) {
  const [info, query, t] = await Promise.all([
    requireActor().then(getRecoveryInfo),
    searchParams,
    getTranslations(),
  ]);
  const asked = changes.find((change) => change === query.change);
  const changed = changes.find((change) => change === query.changed);
  const row = (change: Change, value: string) => ({
    label: t(`recoveryInfo.row.${change}`),
    value,
    change: {
      href: { pathname: '/recovery-info' as const, query: { change }, hash: 'change' },
      word: t('common.change'),
    },
  });
  const { email, pendingEmail } = info;
  const emails = [
    email && t('recoveryInfo.confirmed', { address: email }),
    pendingEmail && t('recoveryInfo.waiting', { address: pendingEmail }),
  ].filter(Boolean);
  return (
    <>
      <h1>{t('recoveryInfo.title')}</h1>
      {changed && (
        <Alert look="success">
          <p>{t(`recoveryInfo.changed.${changed}`)}</p>
        </Alert>
      )}
      <SummaryList
        rows={[
          { label: t('recoveryInfo.row.oneKeyId'), value: info.oneKeyId },
          row('email', emails.join('\n') || t('recoveryInfo.noEmail')),
          row('questions', info.questions.map((question) => t(`securityQuestion.${question}`)).join('\n')),
          row('password', t('recoveryInfo.passwordHidden')),
        ]}
      />
      {asked && <ChangeForm change={asked} email={pendingEmail ?? email} />}
      {pendingEmail && <UnconfirmedEmail use="recovery" email={pendingEmail} action={sendLinkAgain} />}
      <p className="mt-8">
        <PlainLink href="/two-step">{t('services.twoStep')}</PlainLink>
      </p>
      <p>
        <PlainLink href="/services">{t('services.title')}</PlainLink>
      </p>
    </>
  );
}
