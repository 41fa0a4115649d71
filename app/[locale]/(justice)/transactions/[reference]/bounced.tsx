import { getTranslations } from 'next-intl/server';
import { sendMailAgain } from '@/app/[locale]/(justice)/transactions/[reference]/actions';
import { mailName } from '@/app/[locale]/(justice)/transactions/[reference]/mail-list';
import { Alert } from '@/app/ui/display/alert';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { FiledMail } from '@/lib/data/filing/filings';
import { undelivered } from '@/lib/data/mail/mails';

/** A message that did not arrive, with a form that sends it to another address. */
async function SendAgain({ mail }: { mail: FiledMail }) {
  const t = await getTranslations('bounced');
  const message = await mailName(mail.kind);
  return (
    <section className="mb-8 print:hidden">
      <Alert look="warning" heading={t('heading')}>
        <p>{t('words', { message, email: mail.recipient })}</p>
      </Alert>
      <PageForm action={sendMailAgain} scope={`mail-${mail.id}`}>
        <input type="hidden" name="id" value={mail.id} />
        <TextField name="email" type="email" label={t('email')} hint={t('hint')} />
        <Button>{t('again')}</Button>
      </PageForm>
    </section>
  );
}

/** Every message that did not arrive and may be sent again. Shows nothing if all arrived or still may. */
export async function Bounced({ mails, isSentAgain }: { mails: FiledMail[]; isSentAgain: boolean }) {
  const t = await getTranslations('bounced');
  return (
    <>
      <div role="status">
        {isSentAgain && (
          <Alert look="success">
            <p>{t('sent')}</p>
          </Alert>
        )}
      </div>
      {undelivered(mails).map((mail) => (
        <SendAgain key={mail.id} mail={mail} />
      ))}
    </>
  );
}
