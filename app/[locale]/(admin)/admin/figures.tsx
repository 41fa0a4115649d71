import { getLocale, getTranslations } from 'next-intl/server';
import { SummaryList, type SummaryRow } from '@/app/ui/display/summary-list';
import type { getDay } from '@/lib/data/filing/administration';
import type { getDesk } from '@/lib/data/health/desk';
import { formatInstant } from '@/lib/domain/court/dates';
import { formatSeconds } from '@/lib/domain/health/waits';
import { Link } from '@/lib/web/routes/navigation';

type Counts = Awaited<ReturnType<typeof getDay>>['counts'];
type Desk = Awaited<ReturnType<typeof getDesk>>;

/** Whether the court is open, and until when. */
export async function Opening({ opening: { open, until } }: Pick<Desk, 'opening'>) {
  const [t, locale] = [await getTranslations('adminToday'), await getLocale()];
  return <p>{t(open ? 'openUntil' : 'closedUntil', { at: formatInstant(until, locale) })}</p>;
}

/** What a person has to decide or to look after, each with the way there. Approvals have their place here. */
export async function NeedsYou({ counts, copies }: { counts: Counts; copies: number }) {
  const t = await getTranslations('adminToday');
  const lines = [
    { count: counts.late, words: t('lateWait', { count: counts.late }), href: '#overdue' },
    { count: counts.held, words: t('onHoldWait', { count: counts.held }), href: '#held' },
    { count: copies, words: t('copiesWait', { count: copies }), href: '#copies' },
  ].filter(({ count }) => count > 0);
  return (
    <section>
      <h2>{t('needsYou')}</h2>
      {lines.length === 0 && counts.mailFailed === 0 ? (
        <p>{t('nothingWaits')}</p>
      ) : (
        <ul>
          {lines.map(({ words, href }) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
          {counts.mailFailed > 0 && (
            <li>
              <Link href={{ pathname: '/admin/emails', query: { show: 'attention' } }}>
                {t('mailWaits', { count: counts.mailFailed })}
              </Link>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

/** The day in numbers, and how issuing and e-mail go. */
export async function Figures({ counts, desk }: { counts: Counts; desk: Desk }) {
  const [t, locale] = [await getTranslations('adminToday'), await getLocale()];
  const names = ['received', 'issued', 'held', 'late'] as const;
  const { wait, pulseSeconds } = desk;
  const inWords = (seconds: number) => formatSeconds(seconds, locale);
  const rows: SummaryRow[] = [
    ...names.map((name) => ({ label: t(name), value: counts[name] })),
    {
      label: t('wait'),
      value: wait ? t('waitWords', { median: inWords(wait.median), p95: inWords(wait.p95) }) : t('noWait'),
    },
    { label: t('mailWaiting'), value: desk.mailWaiting },
    { label: t('mailBounced'), value: desk.mailBounced },
    {
      label: t('mailFailed'),
      value: counts.mailFailed,
      change: {
        href: { pathname: '/admin/emails' as const, query: { show: 'attention' } },
        word: t('showMail'),
      },
    },
    {
      label: t('pulse'),
      value: pulseSeconds === null ? t('never') : t('secondsAgo', { seconds: pulseSeconds }),
    },
  ];
  return (
    <section>
      <h2>{t('figures')}</h2>
      <SummaryList rows={rows} />
      <p>{t('waitHint')}</p>
    </section>
  );
}
