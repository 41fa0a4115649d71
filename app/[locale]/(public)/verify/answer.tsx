import { getTranslations } from 'next-intl/server';
import { AnswerHeading } from '@/app/[locale]/(public)/verify/answer-heading';
import { IssuedFacts } from '@/app/[locale]/(public)/verify/issued-facts';
import { Alert } from '@/app/ui/alert';
import type { Verdict } from '@/lib/data/verdict';
import type { Question } from '@/lib/domain/question';
import { Link } from '@/lib/web/navigation';

const looks = {
  unchanged: 'success',
  recorded: 'information',
  differs: 'warning',
  unknown: 'error',
} as const;

/** What to say of a document that the register does not know depends on what was asked. */
function unknownWords({ sha256, fileNumber, code }: Question) {
  if (sha256) return code ? 'unknownMarked' : 'unknownPlain';
  return fileNumber ? 'unknownNumber' : 'unknownCode';
}

async function Words({ verdict, question }: { verdict: Verdict; question: Question }) {
  const t = await getTranslations('verify.answer');
  if (!verdict.issued) {
    return <p>{t(unknownWords(question), { fileNumber: question.fileNumber ?? '' })}</p>;
  }
  return (
    <>
      <p>{t(`${verdict.kind}.words`)}</p>
      {verdict.kind === 'differs' && <p>{t('differs.todo', { court: verdict.issued.court })}</p>}
    </>
  );
}

/** What the court's register says to a question, in plain words, and what it knows of the document. */
export async function Answer({ question, verdict }: { question: Question; verdict: Verdict }) {
  const t = await getTranslations('verify.answer');
  return (
    <section aria-labelledby="answer" className="mb-10">
      <Alert look={looks[verdict.kind]}>
        <AnswerHeading>{t(`${verdict.kind}.heading`)}</AnswerHeading>
        <Words verdict={verdict} question={question} />
      </Alert>
      <IssuedFacts issued={verdict.issued} sha256={question.sha256} />
      <p>
        <Link href="/verify">{t('another')}</Link>
      </p>
    </section>
  );
}
