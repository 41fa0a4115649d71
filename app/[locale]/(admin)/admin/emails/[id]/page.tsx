import { getLocale, getTranslations } from 'next-intl/server';
import { retry } from '@/app/[locale]/(admin)/admin/emails/[id]/actions';
import { Stopping } from '@/app/[locale]/(admin)/admin/emails/[id]/stopping';
import { Alert } from '@/app/ui/display/alert';
import { SummaryList } from '@/app/ui/display/summary-list';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { viewMail } from '@/lib/data/claim/staff-views';
import { type getMail, isStuck } from '@/lib/data/mail/mails';
import { mayBeStopped } from '@/lib/data/mail/suppression';
import { formatInstant } from '@/lib/domain/court/dates';
import { mailStanding } from '@/lib/domain/filing/mail-standing';
import { RESTRICTED_FILE } from '@/lib/domain/filing/restriction';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { Link } from '@/lib/web/routes/navigation';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminEmail');

type Mail = Awaited<ReturnType<typeof getMail>>;

function whyStuck({ state, lastError }: Mail) {
  if (state !== 'uncertain') return 'failed';
  return lastError === 'attachment_not_read' ? 'unread' : 'uncertain';
}

async function Stuck({ mail }: { mail: Mail }) {
  const t = await getTranslations('adminEmail');
  const why = whyStuck(mail);
  return (
    <section className="mb-8">
      <Alert look="error" heading={t(`${why}Heading`)}>
        <p>{t(`${why}Words`)}</p>
      </Alert>
      <PageForm action={retry} doneMessage={t('retried')}>
        <input type="hidden" name="id" value={mail.id} />
        <Button>{t('retry')}</Button>
      </PageForm>
    </section>
  );
}

async function Facts({ mail }: { mail: Mail }) {
  const [t, list, locale] = [
    await getTranslations('adminEmail'),
    await getTranslations('adminEmails'),
    await getLocale(),
  ];
  const filing = mail.reference && (
    <Link
      href={{ pathname: '/admin/filings/[reference]', params: { reference: mail.reference } }}
      prefetch={false}
    >
      {mail.reference}
    </Link>
  );
  const { standing, at } = mailStanding(mail);
  const reason = mail.suppressedReason === RESTRICTED_FILE ? t('restrictedFile') : mail.suppressedReason;
  const rows = [
    { label: list('recipient'), value: mail.recipient },
    { label: list('subject'), value: mail.subject },
    { label: list('kind'), value: list(`kinds.${mail.kind}`) },
    { label: list('state'), value: list(`states.${standing}`) },
    { label: list('queued'), value: formatInstant(mail.createdAt, locale) },
    { label: list('sent'), value: mail.sentAt ? formatInstant(mail.sentAt, locale) : list('notYet') },
    ...(mail.suppressedReason ? [{ label: t('stoppedWhy'), value: reason }] : []),
    ...(at && standing !== 'sent' ? [{ label: t('reported'), value: formatInstant(at, locale) }] : []),
    { label: list('attempts'), value: mail.attempts },
    { label: t('lastError'), value: mail.lastError ? <code>{mail.lastError}</code> : t('none') },
    ...(filing ? [{ label: t('filing'), value: filing }] : []),
    {
      label: t('attachments'),
      value: mail.attachments.map(({ filename }) => filename).join('\n') || t('none'),
    },
  ];
  return <SummaryList rows={rows} />;
}

/** One message with its text and its fate; in embedded mode also the message as it was written to a file. */
export default async function EmailPage({ params }: PageProps<'/[locale]/admin/emails/[id]'>) {
  const actor = await requireStaff();
  const mail = await orNotFound(viewMail(actor, (await params).id, systemNow()));
  const t = await getTranslations('adminEmail');
  return (
    <>
      <h1>{t('title')}</h1>
      {isStuck(mail.state) && <Stuck mail={mail} />}
      <Facts mail={mail} />
      {mayBeStopped(mail.state) && <Stopping id={mail.id} />}
      {mail.providerId && !env.RESEND_API_KEY && (
        <p>
          <a href={`/api/admin/emails/${mail.id}`}>{t('download')}</a>
        </p>
      )}
      <h2>{t('text')}</h2>
      {mail.text === null ? (
        <p>{t('secret')}</p>
      ) : (
        <div className="max-w-text rounded border border-line bg-quiet p-4 whitespace-pre-line">
          {mail.text}
        </div>
      )}
    </>
  );
}
