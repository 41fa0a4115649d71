import { getTranslations } from 'next-intl/server';
import { postalAddressLines } from '@/app/[locale]/(justice)/party-lines';
import { SummaryList } from '@/app/ui/display/summary-list';
import { type Contact, contactName } from '@/lib/domain/contact/contact';

/** Read-only contact information, such as that of a filing. */
export async function ContactSummary({ contact }: { contact: Contact }) {
  const t = await getTranslations('contactSummary');
  const rows = [
    { label: t('kind'), value: t(`kinds.${contact.kind}`) },
    { label: t('name'), value: contactName(contact) },
    { label: t('firm'), value: contact.firm },
    { label: t('address'), value: (await postalAddressLines(contact)).join('\n') },
    { label: t('phone'), value: [contact.phone, contact.extension].filter(Boolean).join(' x') },
    { label: t('fax'), value: contact.fax },
    { label: t('email'), value: contact.email },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value)} />;
}
