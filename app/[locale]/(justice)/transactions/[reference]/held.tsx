import { getLocale, getTranslations } from 'next-intl/server';
import { Comparison } from '@/app/[locale]/(justice)/transactions/[reference]/comparison';
import { HeldDocument } from '@/app/[locale]/(justice)/transactions/[reference]/held-document';
import { Alert } from '@/app/ui/display/alert';
import { Table } from '@/app/ui/display/table';
import { Button } from '@/app/ui/layout/button';
import { refusedFileWords } from '@/app/ui/upload/refusal-words';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { listSubstitutes, type Substitute } from '@/lib/data/filing/substitutes';
import type { UserActor } from '@/lib/domain/access/access';
import { formatDate, formatShortInstant } from '@/lib/domain/court/dates';
import { askedDocuments, type HoldRemedy, isTaken } from '@/lib/domain/filing/holds/asked';
import { keptWords } from '@/lib/domain/filing/holds/kept-reason';
import { replacementDate, SUBSTITUTE_KINDS } from '@/lib/domain/filing/substitute';
import { courtNow } from '@/lib/services/clock';
import { shownCalendar } from '@/lib/web/live/court-facts';

type Props = {
  actor: UserActor;
  filing: FiledClaim;
  /** Why a copy was not taken: a code under `refusal` or a key under `errors`, from the address. */
  refused?: string | string[] | undefined;
};

/** Why a claim is on hold, and which copies its filer can send to end the hold. */
export async function Held({ actor, filing, refused }: Props) {
  const [t, reasons, locale] = [
    await getTranslations('hold'),
    await getTranslations('holdReason'),
    await getLocale(),
  ];
  const remedy = filing.keptReason?.remedy ?? 'repaired-copy';
  const substitutes = await listSubstitutes(actor, filing.reference);
  return (
    <section className="print:hidden">
      <h2>{t('heading')}</h2>
      <p>
        <strong className="block">{t('reason')}</strong>
        {filing.keptReason
          ? keptWords(filing.keptReason, locale)
          : filing.holdReason && reasons(filing.holdReason)}
      </p>
      {typeof refused === 'string' && <Refused reference={filing.reference} code={refused} />}
      {remedy === 'none' ? <p>{t('nothingToSend')}</p> : <SubstituteForm filing={filing} remedy={remedy} />}
      <Offered substitutes={substitutes} />
    </section>
  );
}

async function Refused({ reference, code }: { reference: string; code: string }) {
  const [t, reason] = [await getTranslations('hold'), await refusedFileWords(reference, code)];
  return (
    <div role="alert">
      <Alert look="error">
        <p>{t('refusedFile', { reason })}</p>
      </Alert>
    </div>
  );
}

async function SubstituteForm({ filing, remedy }: { filing: FiledClaim; remedy: HoldRemedy }) {
  const [t, locale] = [await getTranslations('hold'), await getLocale()];
  const promised = replacementDate(filing.issueOn, courtNow(), await shownCalendar(filing.claim.court));
  const date = formatDate(promised, locale);
  const labels = { 'repaired-copy': t('repairedCopy'), replacement: t('replacement', { date }) };
  const answers = SUBSTITUTE_KINDS.filter((kind) => isTaken(remedy, kind)).map((value) => ({
    value,
    label: labels[value],
  }));
  return (
    <form method="post" action="/api/substitutes" encType="multipart/form-data" className="mb-8 max-w-text">
      <input type="hidden" name="reference" value={filing.reference} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="promised" value={promised} />
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
            {kinds(kind)}: {name}
          </option>
        ))}
      </select>
    </>
  );
}

async function Offered({ substitutes }: { substitutes: Substitute[] }) {
  const [t, locale] = [await getTranslations('hold'), await getLocale()];
  if (substitutes.length === 0) return null;
  const rows = substitutes.map((substitute) => ({
    key: substitute.id,
    cells: [
      formatShortInstant(substitute.receivedAt, locale),
      substitute.name,
      t(`kinds.${substitute.kind}`),
      t(`states.${substitute.state}`),
      <Comparison key="comparison" comparison={substitute.comparison} />,
    ],
  }));
  const headings = [t('sent'), t('name'), t('what'), t('state'), t('comparison')];
  return <Table caption={t('offered')} headings={headings} rows={rows} empty={t('noneOffered')} />;
}
