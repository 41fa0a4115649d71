import { getLocale, getTranslations } from 'next-intl/server';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { getMail } from '@/lib/data/mail/mails';
import { formatSize } from '@/lib/domain/claim/amounts';
import { formatInstant } from '@/lib/domain/court/dates';
import { READDRESSED } from '@/lib/domain/filing/mail-kind';
import { mailStanding } from '@/lib/domain/filing/mail-standing';
import { RESTRICTED_FILE } from '@/lib/domain/filing/restriction';
import { Link } from '@/lib/web/routes/link';

export type Mail = Awaited<ReturnType<typeof getMail>>;

/** The words of reasons that the service itself had for stopping a message. */
const whys: Record<string, 'restrictedFile' | 'readdressed'> = {
  [RESTRICTED_FILE]: 'restrictedFile',
  [READDRESSED]: 'readdressed',
};

/** Of and to whom a message is, how it stands, and what is attached. */
export async function MailFacts({ mail }: { mail: Mail }) {
  const [t, list, locale] = [
    await getTranslations('adminEmail'),
    await getTranslations('adminEmails'),
    await getLocale(),
  ];
  const filing = mail.reference && (
    <Link
      href={{ pathname: '/admin/filings/[reference]', params: { reference: mail.reference } }}
      prefetch={false}
    >
      {mail.reference}
    </Link>
  );
  const { standing, at } = mailStanding(mail);
  const known = whys[mail.suppressedReason];
  const reason = known ? t(known) : mail.suppressedReason;
  const attachment = ({ filename: name, size }: Mail['attachments'][number]) =>
    size === undefined ? name : t('attachment', { name, size: formatSize(size, locale) });
  const rows = [
    { label: list('recipient'), value: mail.recipient },
    { label: list('subject'), value: mail.subject },
    { label: list('kind'), value: list(`kinds.${mail.kind}`) },
    { label: list('state'), value: list(`states.${standing}`) },
    { label: list('queued'), value: formatInstant(mail.createdAt, locale) },
    { label: list('sent'), value: mail.sentAt ? formatInstant(mail.sentAt, locale) : list('notYet') },
    ...(mail.suppressedReason ? [{ label: t('stoppedWhy'), value: reason }] : []),
    ...(at && standing !== 'sent' ? [{ label: t('reported'), value: formatInstant(at, locale) }] : []),
    { label: list('attempts'), value: mail.attempts },
    { label: t('lastError'), value: mail.lastError ? <code>{mail.lastError}</code> : t('none') },
    ...(filing ? [{ label: t('filing'), value: filing }] : []),
    {
      label: t('attachments'),
      value: mail.attachments.map(attachment).join('\n') || t('none'),
    },
  ];
  return <SummaryList rows={rows} />;
}
