import { getLocale, getTranslations } from 'next-intl/server';
import { Comparison } from '@/app/[locale]/(justice)/transactions/[reference]/comparison';
import { HeldDocument } from '@/app/[locale]/(justice)/transactions/[reference]/held-document';
import { Alert } from '@/app/ui/alert';
import { Button } from '@/app/ui/button';
import { Table } from '@/app/ui/table';
import { getCalendar } from '@/lib/data/calendar';
import type { FiledClaim } from '@/lib/data/filings';
import { listRepairs, type Repair } from '@/lib/data/repairs';
import type { UserActor } from '@/lib/domain/access';
import { formatDate, formatInstant } from '@/lib/domain/dates';
import { replacementDate } from '@/lib/domain/repair';
import { courtNow } from '@/lib/services/clock';

type Props = {
  actor: UserActor;
  filing: FiledClaim;
  /** Why a copy was not taken: a code under `refusal` or a key under `errors`, from the address. */
  refused?: string | string[];
};

/** Why a claim is on hold, and what its filer can send so that it goes on. */
export async function Held({ actor, filing, refused }: Props) {
  const [t, reasons] = [await getTranslations('hold'), await getTranslations('holdReason')];
  const repairs = await listRepairs(actor, filing.reference);
  return (
    <section className="print:hidden">
      <h2>{t('heading')}</h2>
      <p>
        <strong className="block">{t('reason')}</strong>
        {filing.holdReason && reasons.has(filing.holdReason) && reasons(filing.holdReason)}
      </p>
      {typeof refused === 'string' && <Refused code={refused} />}
      <CopyForm filing={filing} />
      <Offered repairs={repairs} />
    </section>
  );
}

async function Refused({ code }: { code: string }) {
  const [t, refusals, errors] = [
    await getTranslations('hold'),
    await getTranslations('refusal'),
    await getTranslations('errors'),
  ];
  const reason = refusals.has(code) ? refusals(code) : errors(errors.has(code) ? code : 'uploadFailed');
  return (
    <div role="alert">
      <Alert look="error">
        <p>{t('refusedFile', { reason })}</p>
      </Alert>
    </div>
  );
}

async function CopyForm({ filing }: { filing: FiledClaim }) {
  const [t, locale] = [await getTranslations('hold'), await getLocale()];
  const promised = replacementDate(filing.issueOn, courtNow(), await getCalendar());
  const date = formatDate(promised, locale);
  const answers = [
    { value: 'same-content', label: t('sameContent') },
    { value: 'replacement', label: t('replacement', { date }) },
  ];
  return (
    <form method="post" action="/api/repairs" encType="multipart/form-data" className="mb-8 max-w-text">
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
        className="mb-6 block min-h-11 w-full"
      />
      <fieldset className="mb-6">
        <legend className="mb-2 font-semibold">{t('kind')}</legend>
        {answers.map(({ value, label }) => (
          <div key={value} className="mb-2 flex gap-3">
            <input
              id={value}
              type="radio"
              name="kind"
              value={value}
              required
              className="mt-2 size-7 shrink-0 accent-link"
            />
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

/** The document that is held up; to choose from all where the claim went on hold before they were named. */
async function WhichDocument({ filing }: { filing: FiledClaim }) {
  const [t, kinds] = [await getTranslations('hold'), await getTranslations('documentKind')];
  const held = filing.documents.find(({ id }) => id === filing.heldDocument);
  if (held) {
    return (
      <>
        <input type="hidden" name="document" value={held.id} />
        <HeldDocument document={held} />
      </>
    );
  }
  return (
    <>
      <label htmlFor="document" className="mb-1 block font-semibold">
        {t('document')}
      </label>
      <select
        id="document"
        name="document"
        className="mb-6 block min-h-11 w-full rounded border-2 border-grey-60 px-3"
      >
        {filing.documents.map(({ id, kind, name }) => (
          <option key={id} value={id}>
            {kinds(kind)}: {name}
          </option>
        ))}
      </select>
    </>
  );
}

async function Offered({ repairs }: { repairs: Repair[] }) {
  const [t, locale] = [await getTranslations('hold'), await getLocale()];
  if (repairs.length === 0) return null;
  const rows = repairs.map((repair) => ({
    key: repair.id,
    cells: [
      formatInstant(repair.receivedAt, locale),
      repair.name,
      t(`kinds.${repair.kind}`),
      t(`states.${repair.state}`),
      <Comparison key="comparison" comparison={repair.comparison} />,
    ],
  }));
  const headings = [t('sent'), t('name'), t('what'), t('state'), t('comparison')];
  return <Table caption={t('offered')} headings={headings} rows={rows} empty={t('noneOffered')} />;
}
