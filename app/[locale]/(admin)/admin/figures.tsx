import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { getDay } from '@/lib/data/filing/administration';
import type { getDesk } from '@/lib/data/health/desk';
import { formatInstant } from '@/lib/domain/court/dates';
import { formatSeconds } from '@/lib/domain/health/waits';
import { Link } from '@/lib/web/routes/link';

type Counts = Awaited<ReturnType<typeof getDay>>['counts'];
type Desk = Awaited<ReturnType<typeof getDesk>>;

/** Whether the court is open, and until when. */
export async function Opening({ opening: { open, until } }: Pick<Desk, 'opening'>) {
  const [t, locale] = [await getTranslations('adminToday'), await getLocale()];
  return <p>{t(open ? 'openUntil' : 'closedUntil', { at: formatInstant(until, locale) })}</p>;
}

/**
 * What a person has to decide or to look after, each with the way there.
 * @param approvals how many proposals of others wait for this person
 */
export async function NeedsYou({
  counts,
  copies,
  approvals,
}: {
  counts: Counts;
  copies: number;
  approvals: number;
}) {
  const t = await getTranslations('adminToday');
  const lines = [
    { count: counts.late, words: t('lateWait', { count: counts.late }), href: '#overdue' },
    { count: counts.held, words: t('onHoldWait', { count: counts.held }), href: '#held' },
    { count: copies, words: t('copiesWait', { count: copies }), href: '#copies' },
  ].filter(({ count }) => count > 0);
  return (
    <section>
      <h2>{t('needsYou')}</h2>
      {lines.length + counts.mailFailed + counts.heldVersions + approvals === 0 ? (
        <p>{t('nothingWaits')}</p>
      ) : (
        <ul>
          {counts.heldVersions > 0 && (
            <li>
              <Link href="/admin/work">{t('heldVersionsWait', { count: counts.heldVersions })}</Link>
            </li>
          )}
          {lines.map(({ words, href }) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
          {approvals > 0 && (
            <li>
              <Link href="/admin/approvals">{t('approvalsWait', { count: approvals })}</Link>
            </li>
          )}
          {counts.mailFailed > 0 && (
            <li>
              <Link href={{ pathname: '/admin/emails', query: { show: 'attention' } }}>
                {t('mailWaits', { count: counts.mailFailed })}
              </Link>
            </li>
          )}
        </ul>
      )}
      <p>
        <Link href="/admin/work">{t('openWork')}</Link>
      </p>
    </section>
  );
}

/** The day in numbers, and how issuing and e-mail go. */
export async function Figures({ counts, desk }: { counts: Counts; desk: Desk }) {
  const [t, locale] = [await getTranslations('adminToday'), await getLocale()];
  const names = ['received', 'issued', 'held', 'late'] as const;
  const { wait, pulseSeconds } = desk;
  // Nothing takes no time: what took less than a second is told as one.
  const inWords = (seconds: number) => formatSeconds(Math.max(seconds, 1), locale);
  const attention = { pathname: '/admin/emails', query: { show: 'attention' } } as const;
  return (
    <section>
      <h2>{t('figures')}</h2>
      <dl className="mb-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {names.map((name) => (
          <Tile key={name} label={t(name)} value={counts[name]} />
        ))}
        <Tile label={t('mailWaiting')} value={desk.mailWaiting} />
        <Tile label={t('mailBounced')} value={desk.mailBounced} />
        <Tile label={t('mailFailed')} value={<Link href={attention}>{counts.mailFailed}</Link>} />
        <Tile
          label={t('pulse')}
          value={pulseSeconds === null ? t('never') : t('secondsAgo', { seconds: pulseSeconds })}
        />
      </dl>
      <p>
        <strong>{t('wait')}</strong>{' '}
        {wait ? t('waitWords', { median: inWords(wait.median), p95: inWords(wait.p95) }) : t('noWait')}{' '}
        {t('waitHint')}
      </p>
    </section>
  );
}

/** A figure to be seen from afar, under its name. */
function Tile({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div className="flex flex-col justify-between gap-2 rounded-lg border border-line p-4">
      <dt className="text-[0.9375rem]">{label}</dt>
      <dd className="font-heading text-2xl font-bold">{value}</dd>
    </div>
  );
}
