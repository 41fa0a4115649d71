import { getLocale, getTranslations } from 'next-intl/server';
import type { CourtFile } from '@/lib/data/claim/later/court-file';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { deadlinesAfter } from '@/lib/domain/filing/deadline';
import { deadlineSentences } from '@/lib/mail/claim/deadline-sentences';
import { shownCalendar } from '@/lib/web/live/court-facts';

type Filing = Pick<FiledClaim, 'state' | 'claim' | 'issueOn' | 'reference' | 'laterKind'>;

/** `file` tells which of the duties is done. */
type Props = { filing: Filing; file?: CourtFile | null | undefined };

/** The plaintiff's next duties by law, with the last day for each. r. 4.05(10), 14.03, 14.08 */
export async function NextDeadlines({ filing, file }: Props) {
  const t = await getTranslations('mail');
  return (
    <>
      {filing.state === 'issued' && !filing.laterKind && <Deadlines filing={filing} file={file} />}
      <ul>
        {filing.state !== 'issued' && !filing.laterKind && <li>{t('claimReceived.notYet')}</li>}
        <li>{t('claimIssued.original')}</li>
      </ul>
    </>
  );
}

async function Deadlines({ filing, file }: Props) {
  const [t, locale] = [await getTranslations('deadline'), await getLocale()];
  const { claim, issueOn } = filing;
  const calendar = await shownCalendar(claim.court);
  const deadlines = deadlinesAfter(claim.documentType, issueOn, calendar, file?.done);
  const served = [...new Set(file?.service.map(({ name }) => name))];
  return (
    <>
      <ul>
        {served.length > 0 && (
          <li className="wrap-anywhere">
            {t(file?.done.service ? 'servedAll' : 'servedSome', {
              names: new Intl.ListFormat(`${locale}-CA`).format(served),
            })}
          </li>
        )}
        {deadlineSentences(deadlines, locale).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {deadlines.length > 0 && (
        <>
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
      )}
    </>
  );
}
