import { getTranslations } from 'next-intl/server';
import { sendLinkAgain } from '@/app/[locale]/(one-key)/recovery-info/actions';
import { type Change, ChangeForm, changes } from '@/app/[locale]/(one-key)/recovery-info/change-form';
import { UnconfirmedEmail } from '@/app/[locale]/unconfirmed-email';
import { Alert } from '@/app/ui/alert';
import { pageTitle } from '@/app/ui/page-title';
import { SummaryList } from '@/app/ui/summary-list';
import { getRecoveryInfo } from '@/lib/data/recovery-info';
import { Link } from '@/lib/web/navigation';
import { requireActor } from '@/lib/web/session';

export const generateMetadata = pageTitle('recoveryInfo');

/** What is on file, and with `?change=` the form to change one of the three. */
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
      {pendingEmail && <UnconfirmedEmail address={pendingEmail} action={sendLinkAgain} />}
      <p className="mt-8">
        <Link href="/services">{t('services.title')}</Link>
      </p>
    </>
  );
}
