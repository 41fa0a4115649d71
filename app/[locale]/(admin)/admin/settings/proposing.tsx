import { getTranslations } from 'next-intl/server';
import { TextField } from '@/app/ui/form/fields';
import { Button } from '@/app/ui/layout/button';

/** The first day of a version. */
export async function Since({ name }: { name: string }) {
  const t = await getTranslations('adminSettings');
  return <TextField name={name} label={t('from')} hint={t('dateHint')} width="medium" />;
}

/** Why a version is proposed, and the button that proposes it. */
export async function ReasonAndSend({ name }: { name: string }) {
  const t = await getTranslations('adminSettings');
  return (
    <>
      <TextField name={name} label={t('reason')} width="full" />
      <Button>{t('propose')}</Button>
    </>
  );
}
