import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Answer } from '@/app/[locale]/(public)/verify/answer';
import { AnswerHeading } from '@/app/[locale]/(public)/verify/answer-heading';
import { FileCheck } from '@/app/[locale]/(public)/verify/file-check';
import { NumberCheck } from '@/app/[locale]/(public)/verify/number-check';
import { SignatureCheck } from '@/app/[locale]/(public)/verify/signature-check';
import { Alert } from '@/app/ui/alert';
import { judge } from '@/lib/data/verdict';
import { readVerificationCode } from '@/lib/domain/verification';
import { secondsToWait } from '@/lib/web/limit';
import { answerLater } from '@/lib/web/response';
import { visitorKey } from '@/lib/web/visitor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title'), robots: { index: false, follow: false } };
}

async function TooMany() {
  const t = await getTranslations('verify.answer.tooMany');
  return (
    <Alert look="warning">
      <AnswerHeading>{t('heading')}</AnswerHeading>
      <p>{t('words')}</p>
    </Alert>
  );
}

/** What the court issued under a verification code: where the QR code on a document leads. */
export default async function CodePage({ params }: PageProps<'/[locale]/verify/[code]'>) {
  const [t, { code: given }] = [await getTranslations('verify'), await params];
  const question = { code: readVerificationCode(given) ?? '' };
  const seconds = await secondsToWait('verify', await visitorKey());
  if (seconds > 0) answerLater(429, seconds);
  const verdict = seconds === 0 && (await judge(question));
  return (
    <>
      <h1>{t('title')}</h1>
      {verdict ? <Answer question={question} verdict={verdict} /> : <TooMany />}
      <FileCheck />
      <NumberCheck unknown={verdict && !verdict.issued ? question : undefined} />
      <SignatureCheck />
    </>
  );
}
