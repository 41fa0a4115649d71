import { getLocale, getTranslations } from 'next-intl/server';
import { HeldDocument } from '@/app/[locale]/(justice)/transactions/[reference]/held-document';
import { Button } from '@/app/ui/layout/button';
import { RefusedFile } from '@/app/ui/upload/refused-file';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { formatDate } from '@/lib/domain/court/dates';
import { askedDocuments, type HoldRemedy, isTaken } from '@/lib/domain/filing/holds/asked';
import { replacementDate, SUBSTITUTE_KINDS } from '@/lib/domain/filing/substitute';
import { courtNow } from '@/lib/services/clock';
import { shownCalendar } from '@/lib/web/live/court-facts';

/** Why a copy was not taken. */
export async function RefusedCopy({ reference, code }: { reference: string; code: string }) {
  const t = await getTranslations('hold');
  return <RefusedFile reference={reference} code={code} say={(reason) => t('refusedFile', { reason })} />;
}

type Props = {
  filing: FiledClaim;
  remedy: HoldRemedy;
  /** Whether staff send it for a person who handed the filing in on paper. */
  atCounter?: boolean;
};

/** Sends a copy in the place of a document for which the filing is on hold. */
export async function SubstituteForm({ filing, remedy, atCounter = false }: Props) {
  const [t, locale] = [await getTranslations('hold'), await getLocale()];
  const promised = replacementDate(filing.issueOn, courtNow(), await shownCalendar(filing.claim.court));
  const date = formatDate(promised, locale);
  const labels = atCounter
    ? { 'repaired-copy': t('scannedAgain'), replacement: t('otherPaper', { date }) }
    : { 'repaired-copy': t('repairedCopy'), replacement: t('replacement', { date }) };
  const answers = SUBSTITUTE_KINDS.filter((kind) => isTaken(remedy, kind)).map((value) => ({
    value,
    label: labels[value],
  }));
  return (
    <form method="post" action="/api/substitutes" encType="multipart/form-data" className="mb-8 max-w-text">
      <input type="hidden" name="reference" value={filing.reference} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="promised" value={promised} />
      {atCounter && <input type="hidden" name="at" value="counter" />}
      <WhichDocument filing={filing} />
      <label htmlFor="copy" className="mb-1 block font-semibold">
        {t('file')}
      </label>
      <input
        id="copy"
        type="file"
        name="file"
        accept="application/pdf,.pdf"
        required
        className="file-input"
      />
      <fieldset className="mb-6">
        <legend className="mb-2 font-semibold">{t('kind')}</legend>
        {answers.map(({ value, label }) => (
          <div key={value} className="mb-2 flex gap-3">
            <input id={value} type="radio" name="kind" value={value} required className="tick" />
            <label htmlFor={value} className="block py-2">
              {label}
            </label>
          </div>
        ))}
      </fieldset>
      <Button>{t('send')}</Button>
    </form>
  );
}

/**
 * The document of which another copy is asked for. Of several the filer sends one after the other, and for a claim from
 * before holds named a document they choose from all.
 */
async function WhichDocument({ filing }: { filing: FiledClaim }) {
  const [t, kinds] = [await getTranslations('hold'), await getTranslations('documentKind')];
  const asked = askedDocuments(filing);
  const documents = filing.documents.filter(({ id }) => asked === null || asked.includes(id));
  const [only] = documents;
  if (only && asked?.length === 1) {
    return (
      <>
        <input type="hidden" name="document" value={only.id} />
        <HeldDocument document={only} />
      </>
    );
  }
  return (
    <>
      {asked && <p>{t('severalAsked', { count: asked.length })}</p>}
      <label htmlFor="document" className="mb-1 block font-semibold">
        {t('document')}
      </label>
      <select
        id="document"
        name="document"
        className="mb-6 block min-h-11 w-full rounded border-2 border-ink bg-page px-3"
      >
        {documents.map(({ id, kind, name }) => (
          <option key={id} value={id}>
            {t('documentNamed', { kind: kinds(kind), name })}
          </option>
        ))}
      </select>
    </>
  );
}
