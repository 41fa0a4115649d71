import { getLocale, getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { assign } from '@/app/[locale]/(admin)/admin/work/actions';
import { Assigning } from '@/app/[locale]/(admin)/admin/work/assigning';
import { workWords } from '@/app/[locale]/(admin)/admin/work/work-words';
import { PageLinks } from '@/app/ui/display/page-links';
import { Table } from '@/app/ui/display/table';
import { PageForm } from '@/app/ui/form/page-form';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listColleagues } from '@/lib/data/filing/desk/assignment';
import { listWork, type Work } from '@/lib/data/health/work/queue';
import { can, type UserActor } from '@/lib/domain/access/access';
import { formatShortInstant } from '@/lib/domain/court/dates';
import { WORK_OF, type WorkOf, workOf } from '@/lib/domain/health/work';
import { nextSort, sortedBy, sortOf, sortParam } from '@/lib/domain/sorting';
import { courtNow, systemNow } from '@/lib/services/clock';
import { Link } from '@/lib/web/routes/link';
import { getPathname } from '@/lib/web/routes/navigation';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('work');

const here = '/admin/work' as const;
type Shown = { of: WorkOf; sort: ReturnType<typeof sortOf<'since'>> };

/** What the address asks for, as far as it is not what everybody is shown first. */
const queryOf = ({ of, sort }: Shown) => ({
  ...(of !== 'everyone' && { of }),
  ...(sort && { sort: sortParam(sort) }),
});

async function Filter({ of, sort }: Shown) {
  const t = await getTranslations('work');
  return (
    <nav aria-label={t('filter')} className="mb-6 flex flex-wrap gap-x-6">
      {WORK_OF.map((one) => (
        <Link
          key={one}
          href={{ pathname: here, query: queryOf({ of: one, sort }) }}
          prefetch={false}
          aria-current={one === of ? 'true' : undefined}
          className="inline-flex min-h-11 items-center text-link underline aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {t(`of.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

async function WorkTable({ actor, rows, of, sort }: { actor: UserActor; rows: Work[] } & Shown) {
  const [t, locale, colleagues] = [
    await getTranslations('work'),
    await getLocale(),
    await listColleagues(actor),
  ];
  const present = sort ?? { by: 'since' as const, descending: false };
  const query = queryOf({ of, sort: nextSort('since', present) });
  const since = {
    words: t('since'),
    sorted: sortedBy('since', present),
    href: getPathname({ href: { pathname: here, query }, locale }),
  };
  const shown = rows.map(async (work) => {
    const { link, name, about, why } = await workWords(work);
    const { holder } = work;
    return {
      key: `${work.kind}-${work.id}`,
      cells: [
        link,
        <span key="about" className="wrap-anywhere">
          {about}
        </span>,
        why,
        formatShortInstant(work.since, locale),
        holder?.id === actor.userId ? t('me') : (holder?.oneKeyId ?? t('nobody')),
        <Assigning key="assign" work={work} name={name} me={actor.userId} colleagues={colleagues} />,
      ],
    };
  });
  const headings = [t('what'), t('about'), t('why'), since, t('holder'), t('assign')];
  const empty = t(of === 'everyone' ? 'nothing' : 'nothingOf');
  return (
    <Table caption={t('caption')} headings={headings} rows={await Promise.all(shown)} empty={empty} headed />
  );
}

/** Everything that waits for staff in one list, to be taken or given to somebody. */
export default async function WorkPage({ searchParams }: PageProps<'/[locale]/admin/work'>) {
  const actor = await requireStaff();
  const asked = await searchParams;
  const [of, sort] = [workOf(asked.of), sortOf(['since'], asked.sort)];
  const t = await getTranslations('work');
  const times = { now: systemNow(), courtNow: courtNow() };
  const wanted = { of, page: Number(asked.page), newestFirst: sort?.descending ?? false };
  const { rows, total, page, pages, isMore } = await listWork(actor, wanted, times);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      {can(actor, 'edit-hold-reasons') && (
        <p>
          <RowLink href="/admin/work/hold-reasons">{t('reasons')}</RowLink>
        </p>
      )}
      <Filter of={of} sort={sort} />
      <p>{t(isMore ? 'countMore' : 'count', { count: total })}</p>
      <PageForm action={assign} doneMessage={t('done')}>
        <WorkTable actor={actor} rows={rows} of={of} sort={sort} />
      </PageForm>
      <PageLinks
        page={page}
        pages={pages}
        href={(to) => ({ pathname: here, query: { ...queryOf({ of, sort }), page: to } })}
      />
    </>
  );
}
