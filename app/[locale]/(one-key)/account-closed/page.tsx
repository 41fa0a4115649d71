import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainLink } from '@/app/ui/links/plain-link';

export const generateMetadata = pageTitle('accountClosed');

/** The page after an account was closed. */
export default async function AccountClosedPage() {
  const t = await getTranslations('accountClosed');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <p>
        <PlainLink href="/">{t('home')}</PlainLink>
      </p>
    </>
  );
}
