import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';

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
      <PlainButtonLink href="/sign-in">{t('continue')}</PlainButtonLink>
    </>
  );
}
