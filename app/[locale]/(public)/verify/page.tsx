import { getTranslations } from 'next-intl/server';
import { Answer } from '@/app/[locale]/(public)/verify/answer';
import { FileCheck } from '@/app/[locale]/(public)/verify/file-check';
import { NumberCheck } from '@/app/[locale]/(public)/verify/number-check';
import { SignatureCheck } from '@/app/[locale]/(public)/verify/signature-check';
import { pageTitle } from '@/app/ui/page-title';
import { judge } from '@/lib/data/verdict';
import { keptQuestion } from '@/lib/web/question-cookie';

export const generateMetadata = pageTitle('verify');

/** What was just asked, and what the register says to it. */
async function justAsked() {
  const question = await keptQuestion();
  return question && { question, verdict: await judge(question) };
}

/** Where anyone finds out whether the court issued a document; `?answer=1` shows the answer to what was just asked. */
export default async function VerifyPage({ searchParams }: PageProps<'/[locale]/verify'>) {
  const [t, query] = [await getTranslations('verify'), await searchParams];
  const asked = query.answer ? await justAsked() : null;
  return (
    <>
      <h1>{t('title')}</h1>
      {asked ? (
        <Answer key={`answer ${asked.question.at}`} {...asked} />
      ) : (
        <p className="text-lg">{t('lead')}</p>
      )}
      <FileCheck refused={query.refused} />
      <NumberCheck
        key={`number ${asked?.question.at}`}
        unknown={asked?.verdict.issued ? undefined : asked?.question}
      />
      <SignatureCheck />
    </>
  );
}
