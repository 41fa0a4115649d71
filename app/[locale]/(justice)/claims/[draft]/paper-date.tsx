import { getLocale, getTranslations } from 'next-intl/server';
import { Panel } from '@/app/ui/display/alert';
import type { Draft } from '@/lib/data/claim/drafts';
import type { Paper } from '@/lib/domain/claim/draft/paper';
import { contactName } from '@/lib/domain/contact/contact';
import { issueOn } from '@/lib/domain/court/calendar';
import { formatDate, formatInstant } from '@/lib/domain/court/dates';
import { shownCalendar } from '@/lib/web/live/court-facts';
import { Link } from '@/lib/web/routes/link';

type Props = { draft: string; paper: Paper; office: string | undefined };

/** Beside the pages of a claim on paper: by whom and when it was handed in, and the date that it bears by that. */
async function PaperDate({ draft, paper, office }: Props) {
  const [t, locale] = [await getTranslations('claim.paper'), await getLocale()];
  const receivedAt = new Date(paper.receivedAt);
  const calendar = await shownCalendar(office);
  const date = formatDate(issueOn(receivedAt, calendar), locale);
  return (
    <Panel label={t('label')}>
      <p className="font-bold">{t('label')}</p>
      <p className="wrap-anywhere">
        {t('received', { name: contactName(paper.contact), instant: formatInstant(receivedAt, locale) })}
      </p>
      <p>{t('date', { date })}</p>
      <Link href={{ pathname: '/admin/paper', query: { draft } }} prefetch={false}>
        {t('change')}
      </Link>
    </Panel>
  );
}

/** For a page with the date that the claim would bear: of a claim on paper that date is known. */
export const paperPromise = ({
  reference,
  paper,
  answers,
}: Pick<Draft, 'reference' | 'paper' | 'answers'>) =>
  paper ? { promise: <PaperDate draft={reference} paper={paper} office={answers.court?.court} /> } : {};

/** What a clerk certifies of a claim on paper. */
export async function PaperCertification() {
  const t = await getTranslations('claim.paper');
  return (
    <ul>
      <li>{t('certifySame')}</li>
      <li>{t('certifyWhen')}</li>
      <li>{t('certifyOriginal')}</li>
    </ul>
  );
}
