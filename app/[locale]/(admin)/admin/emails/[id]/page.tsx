import { getTranslations } from 'next-intl/server';
import { retry } from '@/app/[locale]/(admin)/admin/emails/[id]/actions';
import { type Mail, MailFacts } from '@/app/[locale]/(admin)/admin/emails/[id]/facts';
import { Readdressing } from '@/app/[locale]/(admin)/admin/emails/[id]/readdressing';
import { Stopping } from '@/app/[locale]/(admin)/admin/emails/[id]/stopping';
import { MessageFrame } from '@/app/[locale]/(admin)/admin/emails/message-frame';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { viewMail } from '@/lib/data/claim/staff-views';
import { mayBeReaddressed } from '@/lib/data/mail/address-change';
import { isStuck } from '@/lib/data/mail/mails';
import { mayBeStopped } from '@/lib/data/mail/suppression';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminEmail');

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

/** The message itself: as its reader sees it, and as plain text. */
async function Content({ mail }: { mail: Mail }) {
  const t = await getTranslations('adminEmail');
  if (mail.text === null) return <p>{t('secret')}</p>;
  const title = t(mail.sentAt ? 'frame' : 'frameUnsent');
  return (
    <>
      <h2>{title}</h2>
      <MessageFrame src={`/api/admin/emails/${mail.id}/html`} title={title} />
      <h2>{t('text')}</h2>
      <div className="max-w-text rounded border border-line bg-quiet p-4 whitespace-pre-line">
        {mail.text}
      </div>
    </>
  );
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
      <MailFacts mail={mail} />
      {mayBeReaddressed(mail) && <Readdressing id={mail.id} />}
      {mayBeStopped(mail.state) && <Stopping id={mail.id} />}
      {mail.providerId && !env.RESEND_API_KEY && (
        <p>
          <a href={`/api/admin/emails/${mail.id}`}>{t('download')}</a>
        </p>
      )}
      <Content mail={mail} />
    </>
  );
}
