import { getTranslations } from 'next-intl/server';
import { resend } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import { Button } from '@/app/ui/layout/button';
import type { FiledClaim } from '@/lib/data/filing/filings';

/** Sends one of the messages to the filer once more, to them or to a corrected address. */
export async function Resending({ filing }: { filing: FiledClaim }) {
  const [t, list] = [await getTranslations('adminDesk'), await getTranslations('adminEmails')];
  const sent = filing.mails.filter(({ kind, state }) => kind !== 'staff-held' && state !== 'queued');
  if (sent.length === 0) return null;
  const options = sent.map(({ id, kind, recipient }) => ({
    value: id,
    label: `${list(`kinds.${kind}`)}, ${recipient}`,
  }));
  return (
    <section aria-labelledby="resend">
      <h3 id="resend">{t('resend')}</h3>
      <p>{t('resendWords')}</p>
      <PageForm action={resend} initial={{ email: filing.contact.email }} doneMessage={t('resent')}>
        <Select name="mail" label={t('message')} placeholder={t('chooseMessage')} options={options} />
        <TextField name="email" type="email" label={t('resendTo')} hint={t('resendHint')} />
        <Button look="secondary">{t('resendButton')}</Button>
      </PageForm>
    </section>
  );
}
