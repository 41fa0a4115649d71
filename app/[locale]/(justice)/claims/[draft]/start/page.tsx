import { getLocale, getTranslations } from 'next-intl/server';
import { readyClaim } from '@/app/[locale]/(justice)/claims/[draft]/check/claim-reading';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { AddFiles } from '@/app/[locale]/(justice)/claims/[draft]/documents/add-files';
import { DocumentLine } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-line';
import { paperPromise } from '@/app/[locale]/(justice)/claims/[draft]/paper-date';
import { WhichClaim } from '@/app/[locale]/(justice)/claims/[draft]/start/which-claim';
import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { checkHref, claimHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { SpaceAlert } from '@/app/[locale]/(justice)/drafts/space-alert';
import { WithPromise } from '@/app/[locale]/(justice)/with-promise';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { Link } from '@/lib/web/routes/link';
import { redirect } from '@/lib/web/routes/navigation';

export const generateMetadata = pageTitle('claim.start');

/**
 * The first page of a new claim: it asks for the PDF, alone or with the others, and leads on as soon as it is known which
 * is the claim.
 */
export default async function StartPage({ params, searchParams }: StepProps) {
  const [{ draft: reference }, query] = await Promise.all([params, searchParams]);
  const { actor, draft } = await openClaim(reference);
  const [t, documents] = [await getTranslations('claim.start'), await listDocuments(actor, reference)];
  const isHere = readyClaim(documents) !== undefined;
  // A file beside the claim that was not taken is told first.
  if (isHere && !query.refused) redirect({ href: checkHref(reference), locale: await getLocale() });
  const others = documents.filter(({ state }) => state === 'refused');
  return (
    <WithPromise heading={<h1>{t('title')}</h1>} {...paperPromise(draft)}>
      <p className="max-w-text">{t('intro')}</p>
      <p>{t.rich('place', { a: (words) => <Link href="/right-place">{words}</Link> })}</p>
      <SpaceAlert actor={actor} />
      {isHere ? (
        <p>
          <ButtonLink href={checkHref(reference)}>{t('goOn')}</ButtonLink>
        </p>
      ) : (
        <WhichClaim draft={reference} documents={documents} />
      )}
      <AddFiles draft={reference} page="start" documents={documents} refused={query.refused} />
      <ul className="max-w-text">
        {others.map((document) => (
          <DocumentLine key={document.id} draft={reference} document={document} />
        ))}
      </ul>
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
