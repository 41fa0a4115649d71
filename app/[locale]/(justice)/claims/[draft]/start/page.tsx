import { getLocale, getTranslations } from 'next-intl/server';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { DocumentSection } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-section';
import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { checkHref, claimHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { SpaceAlert } from '@/app/[locale]/(justice)/drafts/space-alert';
import { WithPromise } from '@/app/[locale]/(justice)/with-promise';
import { ButtonLink } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listDocuments } from '@/lib/data/claim/documents';
import { Link, redirect } from '@/lib/web/routes/navigation';

export const generateMetadata = pageTitle('claim.start');

/** The first page of a new claim: it asks for the PDF, and leads on as soon as that is here. */
export default async function StartPage({ params, searchParams }: StepProps) {
  const [{ draft: reference }, query] = await Promise.all([params, searchParams]);
  const { actor } = await openClaim(reference);
  const [t, all] = [await getTranslations('claim.start'), await listDocuments(actor, reference)];
  const documents = all.filter(({ kind }) => kind === 'claim');
  if (documents.some(({ state }) => state === 'ready'))
    redirect({ href: checkHref(reference), locale: await getLocale() });
  return (
    <WithPromise heading={<h1>{t('title')}</h1>}>
      <p className="max-w-text">{t('intro')}</p>
      <p>{t.rich('place', { a: (words) => <Link href="/right-place">{words}</Link> })}</p>
      <SpaceAlert actor={actor} />
      <DocumentSection
        draft={reference}
        page="start"
        asked={{ kind: 'claim', required: true }}
        documents={documents}
        refused={query.refused}
      />
      <section aria-labelledby="later" className="max-w-text border-t border-line pt-4">
        <h2 id="later" className="mt-0! text-2xl!">
          {t('laterHeading')}
        </h2>
        <p>{t('laterWords')}</p>
        <ButtonLink look="secondary" href={claimHref(reference)}>
          {t('later')}
        </ButtonLink>
      </section>
    </WithPromise>
  );
}
