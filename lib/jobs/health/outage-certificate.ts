import { createTranslator, type Locale } from 'next-intl';
import type { Outage } from '@/lib/data/court/outages';
import { formatSecond } from '@/lib/domain/court/dates';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import { catalogues } from '@/lib/messages/catalogue';
import type { ReceiptSheet } from '@/lib/pdf/drawing/receipt-sheet';
import { courtNow } from '@/lib/services/clock';
import { receiptPdf } from '@/lib/services/pdf-sandbox/pdf';

/** The facts of an outage in words: when, what, who said so when, and that no date is changed. r. 3.02 */
export function outageSheet(outage: Outage, locale: Locale): ReceiptSheet {
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, namespace: 'outageCertificate', timeZone: COURT_ZONE });
  const { id, startedAt, endedAt, whatEn, whatFr, declaredAt, endDeclaredAt } = outage;
  const fact = (label: string, value: string) => ({ label, value });
  return {
    locale,
    title: t('title'),
    footer: t('footer'),
    at: (endDeclaredAt ?? declaredAt).toISOString(),
    parts: [
      { text: t('words') },
      fact(t('began'), formatSecond(startedAt, locale)),
      fact(t('ended'), endedAt ? formatSecond(endedAt, locale) : t('lasts')),
      fact(t('what'), locale === 'fr' ? whatFr : whatEn),
      fact(t('declared'), formatSecond(declaredAt, locale)),
      ...(endDeclaredAt ? [fact(t('endDeclared'), formatSecond(endDeclaredAt, locale))] : []),
      fact(t('number'), id),
      { text: t('noDate') },
      { text: t('extension') },
      { text: t('signed') },
    ],
  };
}

/** The certificate of an outage as a PDF that the court signs, for filers to cite. */
export async function signedOutageCertificate(outage: Outage, locale: Locale): Promise<Uint8Array> {
  const sheet = outageSheet(outage, locale);
  const statement = { field: `Outage ${outage.id}`, says: sheet.title, at: courtNow().toISOString() };
  return receiptPdf(sheet, statement, await courtSigner(), outage.id);
}
