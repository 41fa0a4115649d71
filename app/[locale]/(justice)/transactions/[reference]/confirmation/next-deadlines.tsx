import type { Locale } from 'next-intl';
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
  const [t, locale] = [await getTranslations('mail'), await getLocale()];
  const isClaim = !filing.laterKind;
  const { served, sentences } =
    isClaim && filing.state === 'issued' ? await dutiesOf({ filing, file }) : { served: null, sentences: [] };
  return (
    <>
      <ul>
        {served && <li className="wrap-anywhere">{served}</li>}
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {isClaim && filing.state !== 'issued' && <li>{t('claimReceived.notYet')}</li>}
        <li>{t('claimIssued.original')}</li>
      </ul>
      {sentences.length > 0 && <Counting reference={filing.reference} locale={locale} />}
    </>
  );
}

/** Who is served already, and a sentence for each day by which something has to be done. */
async function dutiesOf({ filing, file }: Props) {
  const [t, locale] = [await getTranslations('deadline'), await getLocale()];
  const { claim, issueOn } = filing;
  const calendar = await shownCalendar(claim.court);
  const deadlines = deadlinesAfter(claim.documentType, issueOn, calendar, file?.done);
  const names = [...new Set(file?.service.map(({ name }) => name))];
  const all = new Intl.ListFormat(`${locale}-CA`).format(names);
  return {
    served: names.length > 0 ? t(file?.done.service ? 'servedAll' : 'servedSome', { names: all }) : null,
    sentences: deadlineSentences(deadlines, locale),
  };
}

/** How the days are counted, and the days as a calendar's file. */
async function Counting({ reference, locale }: { reference: string; locale: Locale }) {
  const t = await getTranslations('deadline');
  return (
    <>
      <p>{t('rule')}</p>
      <p className="print:hidden">
        <a
          href={`/api/deadlines/${reference}?locale=${locale}`}
          className="inline-flex min-h-11 items-center text-link underline"
        >
          {t('calendarFile')}
        </a>
      </p>
    </>
  );
}
