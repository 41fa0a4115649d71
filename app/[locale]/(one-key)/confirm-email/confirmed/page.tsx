import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/app/ui/button';
import { pageTitle } from '@/app/ui/page-title';

export const generateMetadata = pageTitle('emailConfirmed');

/** What a confirmed address is for; who is signed in goes on from the sign-in page by itself. */
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
