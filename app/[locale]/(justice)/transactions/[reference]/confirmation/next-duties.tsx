import { getLocale, getTranslations } from 'next-intl/server';
import { getCalendar } from '@/lib/data/calendar';
import type { FiledClaim } from '@/lib/data/filings';
import { formatDate } from '@/lib/domain/dates';
import { dutiesAfter } from '@/lib/domain/duty';

type Filing = Pick<FiledClaim, 'state' | 'claim' | 'issueOn' | 'reference'>;

/** What the law asks of the plaintiff from here on, with the last day for each. r. 4.05(10), 14.03, 14.08 */
export async function NextDuties({ filing }: { filing: Filing }) {
  const t = await getTranslations('mail');
  return (
    <>
      {filing.state === 'issued' && <Deadlines filing={filing} />}
      <ul>
        {filing.state !== 'issued' && <li>{t('claimReceived.notYet')}</li>}
        <li>{t('claimIssued.original')}</li>
      </ul>
    </>
  );
}

async function Deadlines({ filing }: { filing: Filing }) {
  const [t, locale] = [await getTranslations('duty'), await getLocale()];
  const duties = dutiesAfter(filing.claim.documentType, filing.issueOn, await getCalendar());
  return (
    <>
      <ul>
        {duties.map(({ kind, by, fileBy }) => (
          <li key={kind}>
            {t(kind, { date: formatDate(by, locale) })}
            {fileBy && ` ${t('closed', { before: formatDate(fileBy, locale) })}`}
          </li>
        ))}
      </ul>
      <p>{t('rule')}</p>
      <p className="print:hidden">
        <a
          href={`/api/deadlines/${filing.reference}?locale=${locale}`}
          className="inline-flex min-h-11 items-center text-link underline"
        >
          {t('calendarFile')}
        </a>
      </p>
    </>
  );
}
