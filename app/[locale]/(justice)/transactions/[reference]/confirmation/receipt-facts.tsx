import { getLocale, getTranslations } from 'next-intl/server';
import { Folded } from '@/app/ui/display/folded';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { Receipt } from '@/lib/data/claim/receipts';
import { formatSize } from '@/lib/domain/claim/amounts';
import { contactName } from '@/lib/domain/contact/contact';
import { formatDate, formatSecond } from '@/lib/domain/court/dates';
import { receiptDates } from '@/lib/domain/filing/receipt';

type Document = Receipt['documents'][number];

/** The fingerprint of a document, for comparison digit by digit. */
async function Fingerprint({ document }: { document: Document }) {
  const [t, locale] = [await getTranslations('receipt'), await getLocale()];
  const { pages, size, sha256 } = document;
  return (
    <>
      <span className="block">{t('size', { pages, size: formatSize(size, locale) })}</span>
      <span className="block">{t('hash')}</span>
      <code className="block break-all">{sha256}</code>
    </>
  );
}

/**
 * What the court has, and since when, unchanged from the instant of receipt.
 * @param copies the further addresses to which the court's messages now go
 */
export async function ReceiptFacts({ receipt, copies }: { receipt: Receipt; copies: readonly string[] }) {
  const [t, dated, confirmation, kinds, locale] = [
    await getTranslations('receipt'),
    await getTranslations(receipt.laterKind ? 'laterReceipt' : 'receipt'),
    await getTranslations('confirmation'),
    await getTranslations('documentKind'),
    await getLocale(),
  ];
  const rows = [
    { label: t('reference'), value: receipt.reference },
    { label: t('received'), value: formatSecond(receipt.receivedAt, locale) },
    ...receiptDates(receipt).map(({ label, on }) => ({ label: dated(label), value: formatDate(on, locale) })),
    ...(receipt.ownNumber ? [{ label: t('ownNumber'), value: receipt.ownNumber }] : []),
    { label: t('submittedBy'), value: contactName(receipt.contact) },
    ...(copies.length > 0 ? [{ label: t('copies'), value: copies.join('\n') }] : []),
    ...receipt.documents.map((document) => ({
      label: t('document', { kind: kinds(document.kind), name: document.name }),
      value: <Fingerprint document={document} />,
    })),
  ];
  return (
    <Folded summary={confirmation('receipt')}>
      <p>{dated('words')}</p>
      <SummaryList rows={rows} />
      <p>{t('hashWords')}</p>
      <p className="print:hidden">
        <a
          href={`/api/receipts/${receipt.reference}`}
          className="inline-flex min-h-11 items-center text-link underline"
        >
          {t('download')}
        </a>
      </p>
    </Folded>
  );
}
