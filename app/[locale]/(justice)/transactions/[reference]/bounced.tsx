import { getTranslations } from 'next-intl/server';
import { sendMailAgain } from '@/app/[locale]/(justice)/transactions/[reference]/actions';
import { Alert } from '@/app/ui/alert';
import { Button } from '@/app/ui/button';
import { TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import type { FiledMail } from '@/lib/data/filings';

/** The last message that did not arrive, with a form that sends it to another address; nothing where all arrived. */
export async function Bounced({ mails }: { mails: FiledMail[] }) {
  const t = await getTranslations('bounced');
  const mail = mails.findLast(({ bouncedAt, state }) => bouncedAt !== null || state === 'failed');
  if (!mail) return null;
  return (
    <section className="mb-8 print:hidden">
      <Alert look="warning" heading={t('heading')}>
        <p>{t('words', { email: mail.recipient })}</p>
      </Alert>
      <PageForm action={sendMailAgain} doneMessage={t('sent')}>
        <input type="hidden" name="id" value={mail.id} />
        <TextField name="email" type="email" label={t('email')} hint={t('hint')} />
        <Button>{t('again')}</Button>
      </PageForm>
    </section>
  );
}
