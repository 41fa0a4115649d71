import { getLocale, getTranslations } from 'next-intl/server';
import { confirm } from '@/app/[locale]/(justice)/claims/[draft]/check/actions';
import { addField, openReading } from '@/app/[locale]/(justice)/claims/[draft]/check/claim-reading';
import { ReadAmount } from '@/app/[locale]/(justice)/claims/[draft]/check/read-amount';
import { ReadFields } from '@/app/[locale]/(justice)/claims/[draft]/check/read-fields';
import { ReadParties } from '@/app/[locale]/(justice)/claims/[draft]/check/read-parties';
import { DocumentWarnings } from '@/app/[locale]/(justice)/claims/[draft]/document-warnings';
import { FirstPage } from '@/app/[locale]/(justice)/claims/[draft]/page-preview';
import { paperPromise } from '@/app/[locale]/(justice)/claims/[draft]/paper-date';
import { SavedAt } from '@/app/[locale]/(justice)/claims/[draft]/saving/saved-at';
import { SeenVersion, shownVersion } from '@/app/[locale]/(justice)/claims/[draft]/saving/seen-version';
import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { startHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { WithPromise } from '@/app/[locale]/(justice)/with-promise';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { fieldEntries } from '@/lib/domain/claim/claim';
import { proposedFields } from '@/lib/domain/claim/proposals/proposals';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { redirect } from '@/lib/web/routes/navigation';

export const generateMetadata = pageTitle('claim.check');

/** What was read from the PDF of the claim, as proposals that count once the person moves on. */
export default async function CheckPage({ params }: Pick<StepProps, 'params'>) {
  const { draft: reference } = await params;
  const { draft, document, proposed, usual } = await openReading(reference);
  if (!document) return redirect({ href: startHref(reference), locale: await getLocale() });
  const [t, claim] = [await getTranslations('claim.check'), await getTranslations('claim')];
  const { reading } = document;
  const adding = Object.fromEntries(proposed.map((one) => [addField(one), 'on']));
  return (
    <WithPromise
      heading={<h1>{t('title')}</h1>}
      aside={<FirstPage document={document} />}
      {...paperPromise(draft)}
      office={draft.answers.court?.court}
    >
      <p className="max-w-text">{t('intro', { name: document.name })}</p>
      <WhatIsRead reading={reading} />
      <DocumentWarnings document={document} />
      <PageForm
        action={confirm}
        initial={{
          ...usual,
          ...(reading && proposedFields(reading)),
          ...adding,
          ...fieldEntries(draft.answers),
          ...shownVersion(draft),
        }}
      >
        <input type="hidden" name="draft" value={reference} />
        <SeenVersion />
        <ReadFields reading={reading} answers={draft.answers} usual={usual} />
        {reading?.amount && <ReadAmount {...reading.amount} />}
        <ReadParties reading={reading} answers={draft.answers} proposed={proposed} />
        <SavedAt draft={draft} />
        <ButtonRow>
          <Button>{claim('saveAndContinue')}</Button>
          <Button look="secondary" name="go" value="back">
            {t('another')}
          </Button>
        </ButtonRow>
      </PageForm>
    </WithPromise>
  );
}

/** What could not be read, and what to do. */
async function WhatIsRead({ reading }: { reading: ClaimReading | null }) {
  const t = await getTranslations('claim.check');
  if (reading?.form === '14D')
    return (
      <Alert look="warning">
        <p>{t('form14d')}</p>
      </Alert>
    );
  if (reading?.text && (reading.form || reading.parties.length > 0)) return null;
  return (
    <Alert>
      <p>{t(reading?.text === false ? 'noText' : 'nothingRead')}</p>
    </Alert>
  );
}
