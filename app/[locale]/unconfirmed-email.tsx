import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { EmailUse } from '@/lib/data/account/email-confirmation';

/** Says that an e-mail address is unconfirmed, with a button that sends the link again. */
export async function UnconfirmedEmail({
  email,
  use,
  action,
}: {
  email: string;
  /** What the address is for: the words say what has to wait for it. */
  use: EmailUse;
  action: ComponentProps<typeof PageForm>['action'];
}) {
  const t = await getTranslations('unconfirmedEmail');
  return (
    <section className="mb-10 print:hidden">
      <h2>{t('heading')}</h2>
      <Alert look="warning" heading={t('address', { address: email })}>
        <p>{t(use)}</p>
      </Alert>
      <PageForm action={action} scope="confirm-email" doneMessage={t('sent')}>
        <Button look="secondary">{t('again')}</Button>
      </PageForm>
    </section>
  );
}
