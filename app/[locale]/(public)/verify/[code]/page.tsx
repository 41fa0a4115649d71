import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FileCheck } from '@/app/[locale]/(public)/verify/file-check';
import { NumberCheck } from '@/app/[locale]/(public)/verify/number-check';
import { ResultHeading } from '@/app/[locale]/(public)/verify/result-heading';
import { SignatureCheck } from '@/app/[locale]/(public)/verify/signature-check';
import { VerificationResultSection } from '@/app/[locale]/(public)/verify/verification-result';
import { Alert } from '@/app/ui/display/alert';
import { verifyAgainstRegister } from '@/lib/data/register/verification-result';
import { readVerificationCode } from '@/lib/domain/register/verification';
import { secondsToWait } from '@/lib/web/action/limit';
import { answerLater } from '@/lib/web/http/server';
import { visitorKeys } from '@/lib/web/session/visitor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title'), robots: { index: false, follow: false } };
}

async function TooMany() {
  const t = await getTranslations('verify.answer.tooMany');
  return (
    <Alert look="warning">
      <ResultHeading>{t('heading')}</ResultHeading>
      <p>{t('words')}</p>
    </Alert>
  );
}

/** The result of a verification code. The QR code on a document leads here. */
export default async function CodePage({ params }: PageProps<'/[locale]/verify/[code]'>) {
  const [t, { code: given }] = [await getTranslations('verify'), await params];
  const query = { code: readVerificationCode(given) ?? '' };
  const seconds = await secondsToWait('verify', await visitorKeys());
  if (seconds > 0) answerLater(429, seconds);
  const result = seconds === 0 && (await verifyAgainstRegister(query));
  return (
    <>
      <h1>{t('title')}</h1>
      {result ? <VerificationResultSection query={query} result={result} /> : <TooMany />}
      <FileCheck />
      <NumberCheck unknown={result && !result.issued ? query : undefined} />
      <SignatureCheck />
    </>
  );
}
