import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/app/ui/button';
import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';

export const generateMetadata = pageTitle('recoverSent');

/** The same words whether or not there was anything to send; `?next=password` goes on to the password. */
export default async function RecoverSentPage({ searchParams }: PageProps<'/[locale]/recover/sent'>) {
  const { next } = await searchParams;
  const t = await getTranslations('recoverSent');
  return (
    <Prose namespace="recoverSent">
      {next === 'password' && <ButtonLink href="/recover/password">{t('goOn')}</ButtonLink>}
    </Prose>
  );
}
