import { getLocale, getTranslations } from 'next-intl/server';
import { IssuedFacts } from '@/app/[locale]/(public)/verify/issued-facts';
import { ResultHeading } from '@/app/[locale]/(public)/verify/result-heading';
import { Alert } from '@/app/ui/display/alert';
import { PlainLink } from '@/app/ui/links/plain-link';
import type { Beside, PublicFiling } from '@/lib/data/register/verification';
import type { VerificationResult } from '@/lib/data/register/verification-result';
import { formatDate } from '@/lib/domain/court/dates';
import type { VerificationQuery } from '@/lib/domain/register/verification-query';

const looks = {
  unchanged: 'success',
  recorded: 'information',
  differs: 'warning',
  unknown: 'error',
} as const;

/** The text for a document that the register does not know, which depends on the query. */
function unknownWords({ sha256, fileNumber, code }: VerificationQuery) {
  if (sha256) return code ? 'unknownMarked' : 'unknownPlain';
  return fileNumber ? 'unknownNumber' : 'unknownCode';
}

/** A later document is filed, and not issued. */
const filed = { unchanged: 'filed', differs: 'filedDiffers', recorded: 'filedRecorded' } as const;

const textsOf = ({ kind, issued }: VerificationResult) =>
  kind !== 'unknown' && issued && issued.event !== 'issued' ? filed[kind] : kind;

async function Words({ result, query }: { result: VerificationResult; query: VerificationQuery }) {
  const t = await getTranslations('verify.answer');
  const texts = textsOf(result);
  if (!result.issued || texts === 'unknown') {
    return <p>{t(unknownWords(query), { fileNumber: query.fileNumber ?? '' })}</p>;
  }
  if (result.issued.isSealed) return <p>{t(result.kind === 'differs' ? 'sealedDiffers' : 'sealed')}</p>;
  return (
    <>
      <p>{t(`${texts}.words`)}</p>
      {result.kind === 'differs' && <p>{t('differs.todo', { court: result.issued.court })}</p>}
    </>
  );
}

/** What a judge ordered for the court file, for whoever has a document of it. */
async function RestrictionsOf({ issued }: { issued: PublicFiling | null }) {
  if (!issued || issued.isSealed) return null;
  const t = await getTranslations('verify.restricted');
  const told = (['ban', 'anonymised'] as const).filter((kind) => issued.restrictions.includes(kind));
  return told.map((kind) => <p key={kind}>{t(kind)}</p>);
}

/** Of a document that a later version stands beside it, and the other way round. */
async function VersionsOf({ issued }: { issued: PublicFiling | null }) {
  if (!issued || issued.isSealed) return null;
  const [t, locale] = [await getTranslations('verify.corrections'), await getLocale()];
  const { event, later, original } = issued;
  const told = ({ on, orderedOn }: Beside) => ({
    date: formatDate(on, locale),
    order: orderedOn ? formatDate(orderedOn, locale) : 'none',
  });
  return (
    <>
      {later && <p>{t('later', { kind: later.event, ...told(later) })}</p>}
      {original && <p>{t('original', { kind: event, ...told(original) })}</p>}
    </>
  );
}

/** The result of a verification query in plain words, and the register's facts about the document. */
export async function VerificationResultSection({
  query,
  result,
}: {
  query: VerificationQuery;
  result: VerificationResult;
}) {
  const t = await getTranslations('verify.answer');
  return (
    <section aria-labelledby="result" className="mb-10">
      <Alert look={looks[result.kind]}>
        <ResultHeading>{t(`${textsOf(result)}.heading`)}</ResultHeading>
        <Words result={result} query={query} />
        <RestrictionsOf issued={result.issued} />
        <VersionsOf issued={result.issued} />
      </Alert>
      <IssuedFacts issued={result.issued} sha256={query.sha256} />
      <p>
        <PlainLink href="/verify">{t('another')}</PlainLink>
      </p>
    </section>
  );
}
