import { getTranslations } from 'next-intl/server';
import { FileCheck } from '@/app/[locale]/(public)/verify/file-check';
import { NumberCheck } from '@/app/[locale]/(public)/verify/number-check';
import { SignatureCheck } from '@/app/[locale]/(public)/verify/signature-check';
import { VerificationResultSection } from '@/app/[locale]/(public)/verify/verification-result';
import { pageTitle } from '@/app/ui/layout/page-title';
import { verifyAgainstRegister } from '@/lib/data/register/verification-result';
import { verificationQueryCookie } from '@/lib/web/cookies/cookies';

export const generateMetadata = pageTitle('verify');

/** The visitor's latest query, and its result. */
async function verifyLast() {
  const query = await verificationQueryCookie.get();
  return query && { query, result: await verifyAgainstRegister(query) };
}

/**
 * Tells anyone whether the court issued a document. `?result=1` shows the result of the visitor's latest
 * query.
 */
export default async function VerifyPage({ searchParams }: PageProps<'/[locale]/verify'>) {
  const [t, search] = [await getTranslations('verify'), await searchParams];
  const last = search.result ? await verifyLast() : null;
  return (
    <>
      <h1>{t('title')}</h1>
      {last ? (
        <VerificationResultSection key={`result ${last.query.at}`} {...last} />
      ) : (
        <p className="text-lg">{t('lead')}</p>
      )}
      <FileCheck refused={search.refused} />
      <NumberCheck key={`number ${last?.query.at}`} unknown={last?.result.issued ? undefined : last?.query} />
      <SignatureCheck />
    </>
  );
}
