import { getLocale, getTranslations } from 'next-intl/server';
import { begin, dropAuthenticator } from '@/app/[locale]/(one-key)/two-step/actions';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { formatInstant } from '@/lib/domain/court/dates';

type Props = { since: Date | null; mayRemove: boolean; next: string | undefined };

/** Shows whether there is an authenticator app, with the buttons that set one up, replace it or remove it. */
export async function AppSection({ since, mayRemove, next }: Props) {
  const [t, locale] = [await getTranslations('twoStep.app'), await getLocale()];
  return (
    <section>
      <h2>{t('heading')}</h2>
      <p>{t('words')}</p>
      <p className="font-semibold">
        {since ? t('since', { date: formatInstant(since, locale) }) : t('none')}
      </p>
      <div className="flex flex-col gap-4 sm:flex-row sm:flex-wrap">
        <div>
          <PageForm action={begin}>
            {next && <input type="hidden" name="next" value={next} />}
            <Button look={since ? 'secondary' : 'primary'}>{t(since ? 'another' : 'setUp')}</Button>
          </PageForm>
        </div>
        {since && mayRemove && (
          <div>
            <PageForm action={dropAuthenticator}>
              <Button look="danger">{t('remove')}</Button>
            </PageForm>
          </div>
        )}
      </div>
    </section>
  );
}
