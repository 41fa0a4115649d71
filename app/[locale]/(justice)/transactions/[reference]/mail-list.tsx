import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/table';
import type { FiledMail } from '@/lib/data/filings';
import { formatInstant } from '@/lib/domain/dates';

const kinds = [
  'claim-received',
  'claim-issued',
  'claim-delayed',
  'claim-held',
  'claim-redated',
  'claim-withdrawn',
  'repair-decided',
] as const;

/** What is last known of a message, and since when. */
function standingOf({ state, sentAt, deliveredAt, bouncedAt, complainedAt }: FiledMail) {
  if (bouncedAt) return { standing: 'bounced', at: bouncedAt } as const;
  if (complainedAt) return { standing: 'complained', at: complainedAt } as const;
  return deliveredAt
    ? ({ standing: 'delivered', at: deliveredAt } as const)
    : { standing: state, at: sentAt };
}

/** The e-mail about a submission, and what became of each message. */
export async function MailList({ mails }: { mails: FiledMail[] }) {
  const [t, locale] = [await getTranslations('filedMail'), await getLocale()];
  const rows = mails.map((mail) => {
    const kind = kinds.find((one) => one === mail.kind);
    const { standing, at } = standingOf(mail);
    return {
      key: mail.id,
      cells: [
        kind ? t(`kinds.${kind}`) : mail.kind,
        mail.recipient,
        t(`states.${standing}`, { at: at ? formatInstant(at, locale) : '' }),
      ],
    };
  });
  return (
    <Table
      caption={t('caption')}
      headings={[t('kind'), t('recipient'), t('state')]}
      rows={rows}
      empty={t('empty')}
    />
  );
}
