import { getTranslations } from 'next-intl/server';
import { makeCodes } from '@/app/[locale]/(one-key)/two-step/actions';
import { Button } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';

/** How many recovery codes are left, and the button that makes new ones, where there is a second step at all. */
export async function CodesSection({ left, isOn }: { left: number; isOn: boolean }) {
  const t = await getTranslations('twoStep.codes');
  return (
    <section>
      <h2>{t('heading')}</h2>
      <p>{t('words')}</p>
      {isOn ? (
        <>
          <p>
            <strong>{t('left', { count: left })}</strong> {t('makeWords')}
          </p>
          <PageForm action={makeCodes}>
            <Button look="secondary">{t('make')}</Button>
          </PageForm>
        </>
      ) : (
        <p>{t('none')}</p>
      )}
    </section>
  );
}
