import { getTranslations } from 'next-intl/server';
import { endOthers } from '@/app/[locale]/(one-key)/sessions/actions';
import { SessionTable } from '@/app/[locale]/(one-key)/sessions/session-table';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainLink } from '@/app/ui/links/plain-link';
import { listOpenSessions } from '@/lib/data/sign-in/open-sessions';
import { systemNow } from '@/lib/services/clock';
import { idleMs, requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('sessions');

/** The person's open sessions, to view and to end. */
export default async function SessionsPage({ searchParams }: PageProps<'/[locale]/sessions'>) {
  const actor = await requireActor();
  const [t, { ended }] = [await getTranslations(), await searchParams];
  const sessions = await listOpenSessions(actor, { now: systemNow(), idleMs });
  return (
    <>
      <h1>{t('sessions.title')}</h1>
      {ended && (
        <Alert look="success">
          <p>{t('sessions.ended')}</p>
        </Alert>
      )}
      <p>{t('sessions.intro')}</p>
      <SessionTable sessions={sessions} />
      <h2>{t('sessions.endOthers')}</h2>
      <p>{t('sessions.othersWords')}</p>
      <PageForm action={endOthers} doneMessage={t('sessions.othersEnded')}>
        <Button look="danger">{t('sessions.endOthers')}</Button>
      </PageForm>
      <p className="mt-8">
        <PlainLink href={{ pathname: '/recovery-info', query: { change: 'password' } }}>
          {t('sessions.changePassword')}
        </PlainLink>
      </p>
      <p>
        <PlainLink href="/services">{t('services.title')}</PlainLink>
      </p>
    </>
  );
}
