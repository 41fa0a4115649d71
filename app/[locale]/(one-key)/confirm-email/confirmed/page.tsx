import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('emailConfirmed');

/**
 * Explains the uses of a confirmed e-mail address. Its link goes to the sign-in page, which sends on a person
 * who is signed in.
 */
export default async function EmailConfirmedPage() {
  const t = await getTranslations('emailConfirmed');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <ButtonLink href="/sign-in">{t('continue')}</ButtonLink>
    </>
  );
}
