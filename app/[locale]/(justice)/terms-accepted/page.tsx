import { getLocale, getTranslations } from 'next-intl/server';
import { TermsText } from '@/app/[locale]/(justice)/terms-text';
import { pageTitle } from '@/app/ui/page-title';
import { listAcceptances } from '@/lib/data/terms';
import { formatInstant } from '@/lib/domain/dates';
import { termsVersions } from '@/lib/domain/terms';
import { requireProfile } from '@/lib/web/profile';

export const generateMetadata = pageTitle('termsAccepted');

/** Which version of the terms of use the person accepted and when, and its words. */
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
      <TermsText version={termsVersions.justice} heading="h3" />
    </>
  );
}
