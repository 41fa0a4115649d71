import { getLocale, getTranslations } from 'next-intl/server';
import { begin } from '@/app/[locale]/(justice)/transactions/[reference]/court-file/actions';
import { TimeLeft } from '@/app/[locale]/(justice)/transactions/[reference]/court-file/time-left';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { Table } from '@/app/ui/display/table';
import { RadioGroup } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { CourtFile } from '@/lib/data/claim/later/court-file';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { SERVICE_KINDS } from '@/lib/domain/claim/later/later';
import { formatShortDate } from '@/lib/domain/court/dates';
import { Link } from '@/lib/web/routes/link';

/** All documents of a court file, one line each. Where nothing was filed after the claim, its page has them already. */
export async function CourtFileDocuments({ file }: { file: CourtFile }) {
  if (file.filings.length < 2) return null;
  const [t, locale] = [await getTranslations('later'), await getLocale()];
  const rows = file.filings.map((filing) => ({
    key: filing.reference,
    cells: [
      <Downloads key="documents" filing={filing} />,
      <FilingStatus key="status" filing={filing} />,
      formatShortDate(filing.issueOn, locale),
      <Link
        key="link"
        href={{ pathname: '/transactions/[reference]', params: { reference: filing.reference } }}
      >
        {filing.reference}
      </Link>,
    ],
  }));
  const headings = (['document', 'status', 'on', 'reference'] as const).map((name) => t(`cols.${name}`));
  return (
    <section aria-labelledby="court-file">
      <h2 id="court-file">{t('fileHeading', { number: file.number })}</h2>
      <Table caption={t('listCaption')} headings={headings} rows={rows} empty={t('listEmpty')} headed />
    </section>
  );
}

/** What can be filed next into the court file of one's own claim. */
export async function FileNext({ filing, file }: { filing: FiledClaim; file: CourtFile }) {
  const [t, kinds] = [await getTranslations('later'), await getTranslations('documentKind')];
  const { reference, claim, issueOn } = filing;
  const options = SERVICE_KINDS.map((value) => ({ value, label: kinds(value) }));
  return (
    <div className="print:hidden">
      {claim.documentType === 'form-14c' && (
        <section aria-labelledby="statement">
          <h2 id="statement">{t('statementHeading')}</h2>
          {file.done.statement ? (
            <p>{t('statementDone')}</p>
          ) : (
            <>
              <TimeLeft issuedOn={issueOn} office={claim.court} />
              <PageForm action={begin}>
                <input type="hidden" name="reference" value={reference} />
                <input type="hidden" name="laterKind" value="statement-of-claim" />
                <Button look="start">{t('statementButton')}</Button>
              </PageForm>
            </>
          )}
        </section>
      )}
      <section aria-labelledby="proof">
        <h2 id="proof">{t('proofHeading')}</h2>
        <p>{t('proofWords')}</p>
        <PageForm action={begin}>
          <input type="hidden" name="reference" value={reference} />
          <RadioGroup name="laterKind" label={t('proofKind')} options={options} />
          <Button look="secondary">{t('proofButton')}</Button>
        </PageForm>
      </section>
    </div>
  );
}
