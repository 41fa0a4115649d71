import { getTranslations } from 'next-intl/server';
import { Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';

export const generateMetadata = pageTitle('recoverSent');

/**
 * Looks the same whether or not there were IDs to mail. With `?next=password` it leads on to the password.
 */
export default async function RecoverSentPage({ searchParams }: PageProps<'/[locale]/recover/sent'>) {
  const { next } = await searchParams;
  const t = await getTranslations('recoverSent');
  return (
    <Prose namespace="recoverSent">
      {next === 'password' && <PlainButtonLink href="/recover/password">{t('goOn')}</PlainButtonLink>}
    </Prose>
  );
}
