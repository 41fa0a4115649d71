import { getTranslations } from 'next-intl/server';
import { datedErrors } from '@/app/[locale]/(justice)/claims/[draft]/dated-answers';
import { stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { Alert } from '@/app/ui/display/alert';
import { type DraftAnswers, parseClaim, STEPS, type Step } from '@/lib/domain/claim/claim';
import { type DocumentKind, missingDocuments } from '@/lib/domain/claim/document';
import type { IsoDate } from '@/lib/domain/court/day';
import type { ErrorKey } from '@/lib/messages/catalogue';
import { courtNow } from '@/lib/services/clock';
import { Link } from '@/lib/web/routes/link';

type Props = {
  draft: string;
  answers: DraftAnswers;
  uploaded: readonly DocumentKind[];
  on: IsoDate;
};

type Part = { step: Step; error: ErrorKey; kind?: DocumentKind };

/**
 * The parts that keep a draft from being submitted, in the order of the steps; the errors are keys under
 * `errors`.
 */
async function missingParts({ answers, uploaded, on }: Props): Promise<Part[]> {
  const parsed = parseClaim(answers);
  const steps = parsed.ok ? [] : parsed.missing;
  const parts: Part[] = steps.map(({ step, errors: [first] }) => ({
    step,
    error: first?.party ? 'partyIncomplete' : (first?.error ?? 'claimIncomplete'),
  }));
  const { court, nature } = await datedErrors(answers, courtNow());
  if (court) parts.push({ step: 'court', error: court });
  if (nature) parts.push({ step: 'nature', error: nature });
  parts.sort((one, other) => STEPS.indexOf(one.step) - STEPS.indexOf(other.step));
  const documents = missingDocuments(answers, uploaded, on);
  return [
    ...parts,
    ...documents.map((kind) => ({ step: 'documents', error: `documentMissing.${kind}`, kind }) as const),
  ];
}

/** Lists the missing parts, with a link to each. Shows nothing if the claim can be submitted. */
export async function MissingParts(props: Props) {
  const [t, errors, kinds] = await Promise.all([
    getTranslations('claim'),
    getTranslations('errors'),
    getTranslations('documentKind'),
  ]);
  const parts = await missingParts(props);
  if (parts.length === 0) return null;
  return (
    <Alert look="error" heading={t('review.missingHeading')}>
      <ul>
        {parts.map(({ step, error, kind }) => (
          <li key={`${step} ${kind}`}>
            <Link href={stepHref(props.draft, step, 'review')}>
              {kind ? kinds(kind) : t(`${step}.title`)}
            </Link>
            {t('review.missing', { what: errors(error) })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
