import { getLocale, getTranslations } from 'next-intl/server';
import { TermsText } from '@/app/[locale]/(justice)/terms-text';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listAcceptances, termsVersion } from '@/lib/data/account/terms';
import { formatInstant } from '@/lib/domain/court/dates';
import { systemNow } from '@/lib/services/clock';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('termsAccepted');

/** The version of the terms of use that the person accepted, with its date and its text. */
export default async function TermsAcceptedPage() {
  const { actor } = await requireProfile();
  const [t, locale] = [await getTranslations('termsAccepted'), await getLocale()];
  const accepted = (await listAcceptances(actor)).filter(({ kind }) => kind === 'justice');
  return (
    <>
      <h1>{t('title')}</h1>
      <ul>
        {accepted.map(({ version, acceptedAt }) => (
          <li key={version}>{t('accepted', { version, at: formatInstant(acceptedAt, locale) })}</li>
        ))}
      </ul>
      <h2>{t('words')}</h2>
      <TermsText version={await termsVersion('justice', systemNow())} heading="h3" />
    </>
  );
}
