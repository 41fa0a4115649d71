import { createTranslator } from 'next-intl';
import type { Receipt } from '@/lib/data/claim/receipts';
import { formatSize } from '@/lib/domain/claim/amounts';
import { contactName } from '@/lib/domain/contact/contact';
import { formatDate, formatSecond } from '@/lib/domain/court/dates';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { receiptDates } from '@/lib/domain/filing/receipt';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import { catalogues } from '@/lib/messages/catalogue';
import type { ReceiptSheet } from '@/lib/pdf/drawing/receipt-sheet';
import { courtNow } from '@/lib/services/clock';
import { receiptPdf } from '@/lib/services/pdf-sandbox/pdf';

/** The words of a receipt, in the language in which the claim was submitted. */
export function receiptSheet(receipt: Receipt): ReceiptSheet {
  const { locale, reference, contact, documents } = receipt;
  const messages = catalogues[locale];
  const words = createTranslator({ locale, messages, timeZone: COURT_ZONE });
  const t = createTranslator({ locale, messages, namespace: 'receipt', timeZone: COURT_ZONE });
  const dated = createTranslator({ locale, messages, namespace: 'laterReceipt', timeZone: COURT_ZONE });
  const isLater = receipt.laterKind !== null;
  const fact = (label: string, value: string) => ({ label, value });
  return {
    locale,
    title: t('title', { reference }),
    footer: t('footer'),
    at: receipt.receivedAt.toISOString(),
    parts: [
      { text: isLater ? dated('words') : t('words') },
      { text: isLater ? dated('notFiled') : t('notIssued') },
      fact(t('reference'), reference),
      fact(t('received'), formatSecond(receipt.receivedAt, locale)),
      ...receiptDates(receipt).map(({ label, on }) =>
        fact(isLater ? dated(label) : t(label), formatDate(on, locale)),
      ),
      fact(t('submittedBy'), contactName(contact)),
      fact(t('proceeding'), receipt.title),
      fact(t('court'), receipt.court),
      ...receipt.restrictions.map((kind) => fact(t('restriction'), words(`restriction.names.${kind}`))),
      { heading: t('documents') },
      ...documents.flatMap(({ kind, name, pages, size, sha256 }) => [
        fact(
          t('document', { kind: words(`documentKind.${kind}`), name }),
          t('size', { pages, size: formatSize(size, locale) }),
        ),
        fact(t('hash'), sha256),
      ]),
      { text: t('hashWords') },
      { text: t('signed') },
    ],
  };
}

/**
 * The receipt as a PDF, which the court signs anew each time. Its statement of the submission never changes.
 */
export async function signedReceiptOf(receipt: Receipt): Promise<Uint8Array> {
  const sheet = receiptSheet(receipt);
  const statement = {
    field: `Receipt ${receipt.reference}`,
    says: sheet.title,
    at: courtNow().toISOString(),
  };
  return receiptPdf(sheet, statement, await courtSigner(), receipt.reference);
}
