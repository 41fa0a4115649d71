import { getLocale, getTranslations } from 'next-intl/server';
import { box, Labelled, widths } from '@/app/ui/form/labelled';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainLink } from '@/app/ui/links/plain-link';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('yourInformation');

const refusals = ['currentPasswordWrong', 'enterCurrentPassword', 'tooManyTries'] as const;

/**
 * All data about the person as one file. The form's response is the file itself, or this page with
 * `?refused=`.
 */
export default async function YourInformationPage({ searchParams }: PageProps<'/[locale]/your-information'>) {
  await requireActor();
  const [t, locale, { refused }] = [await getTranslations(), await getLocale(), await searchParams];
  const refusal = refusals.find((known) => known === refused);
  const error = refusal && t(`errors.${refusal}`);
  const name = 'currentPassword';
  return (
    <>
      <h1>{t('yourInformation.title')}</h1>
      <p>{t('yourInformation.intro')}</p>
      <h2>{t('yourInformation.contents')}</h2>
      <ul>
        {(['account', 'claims', 'record'] as const).map((part) => (
          <li key={part}>{t(`yourInformation.list.${part}`)}</li>
        ))}
      </ul>
      <p>{t('yourInformation.secrets')}</p>
      <p>{t('yourInformation.format')}</p>
      <form method="post" action="/api/account-export" className="mt-8">
        <input type="hidden" name="locale" value={locale} />
        <Labelled name={name} label={t('yourInformation.currentPassword')} error={error}>
          <input
            id={name}
            name={name}
            type="password"
            autoComplete="current-password"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${name}-error` : undefined}
            className={`${box} ${widths.medium}`}
          />
        </Labelled>
        <ButtonRow>
          <Button>{t('yourInformation.download')}</Button>
        </ButtonRow>
      </form>
      <p className="mt-8">
        <PlainLink href="/services">{t('services.title')}</PlainLink>
      </p>
    </>
  );
}
