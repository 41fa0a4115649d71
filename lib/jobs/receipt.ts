import { createTranslator } from 'next-intl';
import type { Receipt } from '@/lib/data/receipts';
import { formatSize } from '@/lib/domain/amounts';
import { formatDate, formatSecond } from '@/lib/domain/dates';
import { receiptDates } from '@/lib/domain/receipt';
import { courtSigner } from '@/lib/jobs/court-signature';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';
import type { ReceiptSheet } from '@/lib/pdf/receipt-sheet';
import { courtNow } from '@/lib/services/clock';
import { receiptPdf } from '@/lib/services/pdf';

/** The words of a receipt, in the language in which the claim was submitted. */
export function receiptSheet(receipt: Receipt): ReceiptSheet {
  const { locale, reference, contact, documents } = receipt;
  const messages: typeof en = locale === 'fr' ? fr : en;
  const words = createTranslator({ locale, messages, timeZone: 'America/Toronto' });
  const t = createTranslator({ locale, messages, namespace: 'receipt', timeZone: 'America/Toronto' });
  const fact = (label: string, value: string) => ({ label, value });
  return {
    locale,
    title: t('title', { reference }),
    footer: t('footer'),
    at: receipt.receivedAt.toISOString(),
    parts: [
      { text: t('words') },
      { text: t('notIssued') },
      fact(t('reference'), reference),
      fact(t('received'), formatSecond(receipt.receivedAt, locale)),
      ...receiptDates(receipt).map(({ label, on }) => fact(t(label), formatDate(on, locale))),
      fact(t('submittedBy'), `${contact.firstName} ${contact.lastName}`),
      fact(t('proceeding'), receipt.title),
      fact(t('court'), receipt.court),
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

/** The receipt as a PDF that the court signs anew each time; of what was received it says the same for ever. */
export async function signedReceiptOf(receipt: Receipt): Promise<Uint8Array> {
  const sheet = receiptSheet(receipt);
  const statement = {
    field: `Receipt ${receipt.reference}`,
    says: sheet.title,
    at: courtNow().toISOString(),
  };
  return receiptPdf(sheet, statement, await courtSigner());
}
