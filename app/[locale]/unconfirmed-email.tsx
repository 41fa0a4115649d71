import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { Alert } from '@/app/ui/alert';
import { Button } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';

/** Says that an address waits to be confirmed, with a button that sends the link again. */
export async function UnconfirmedEmail({
  address,
  action,
}: {
  address: string;
  action: ComponentProps<typeof PageForm>['action'];
}) {
  const t = await getTranslations('unconfirmedEmail');
  return (
    <section>
      <h2>{t('heading')}</h2>
      <Alert look="warning" heading={t('address', { address })}>
        <p>{t('words')}</p>
      </Alert>
      <PageForm action={action} doneMessage={t('sent')}>
        <Button look="secondary">{t('again')}</Button>
      </PageForm>
    </section>
  );
}
