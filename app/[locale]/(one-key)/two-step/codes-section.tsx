import { getTranslations } from 'next-intl/server';
import { makeCodes } from '@/app/[locale]/(one-key)/two-step/actions';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';

/**
 * The number of recovery codes left and the button that makes new ones, for an account with a second step.
 */
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
