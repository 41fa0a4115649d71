import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { draftHref, missingWords } from '@/app/[locale]/(justice)/drafts/missing';
import { TitledLink } from '@/app/[locale]/(justice)/titled';
import { Status, type StatusLook } from '@/app/ui/display/status';
import { type ListedDraft, listDrafts } from '@/lib/data/claim/drafts';
import { listDeadlines } from '@/lib/data/filing/own/own-deadlines';
import { firstFilings } from '@/lib/data/filing/own/own-filings';
import type { UserActor } from '@/lib/domain/access/access';
import { titleSoFar } from '@/lib/domain/claim/claim';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatDate, formatShortDate } from '@/lib/domain/court/dates';
import { listFilter } from '@/lib/domain/filing/list-filter';
import { courtNow } from '@/lib/services/clock';
import type { Href } from '@/lib/web/routes/navigation';

/** As many of each kind are shown; the lists have them all. */
const most = 5;
/** Deadlines are shown so many days ahead. */
const ahead = 30;

/** What waits for the person: filings on hold, deadlines that come soon, and drafts. */
export async function Waiting({ actor }: { actor: UserActor }) {
  const t = await getTranslations('account.waiting');
  const [held, deadlines, drafts] = await Promise.all([
    firstFilings(actor, listFilter({ state: 'held' }), most),
    listDeadlines(actor, courtDay(courtNow()), ahead),
    listDrafts(actor),
  ]);
  const isEmpty = held.length + deadlines.length + drafts.length === 0;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('heading')}</h2>
      {isEmpty && <p>{t('nothing')}</p>}
      <ul className="max-w-none! border-t border-line">
        {held.map(({ reference, title, ownNumber }) => (
          <Item
            key={reference}
            state="held"
            words={t('held')}
            href={transaction(reference)}
            title={title}
            own={ownNumber}
          >
            {t('heldWords')}
          </Item>
        ))}
        {deadlines.slice(0, most).map((deadline) => (
          <Due key={`${deadline.reference} ${deadline.kind}`} {...deadline} />
        ))}
        {drafts.slice(0, most).map((draft) => (
          <DraftItem key={draft.reference} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

const transaction = (reference: string): Href => ({
  pathname: '/transactions/[reference]',
  params: { reference },
});

async function Due({
  kind,
  by,
  reference,
  title,
  fileNumber,
}: Awaited<ReturnType<typeof listDeadlines>>[number]) {
  const [t, deadline, locale] = [
    await getTranslations('account.waiting'),
    await getTranslations('deadline'),
    await getLocale(),
  ];
  return (
    <Item
      state="due"
      words={t('due', { date: formatShortDate(by, locale) })}
      href={transaction(reference)}
      title={title}
      own={undefined}
    >
      {fileNumber}: {deadline(kind, { date: formatDate(by, locale) })}
    </Item>
  );
}

async function DraftItem({ draft }: { draft: ListedDraft }) {
  const t = await getTranslations('account.waiting');
  const { reference, answers } = draft;
  return (
    <Item
      state="draft"
      words={t('draft')}
      href={draftHref(draft)}
      title={draft.courtTitle ?? (titleSoFar(answers) || reference)}
      own={answers.type?.ownNumber}
    >
      {await missingWords(draft)}
    </Item>
  );
}

type ItemProps = {
  state: StatusLook;
  words: string;
  href: Href;
  title: string;
  own: string | undefined;
  children: ReactNode;
};

function Item({ state, words, href, title, own, children }: ItemProps) {
  return (
    <li className="gap-6 border-b border-line py-4 sm:grid sm:grid-cols-[10rem_minmax(0,1fr)]">
      <p className="mb-1!">
        <Status state={state}>{words}</Status>
      </p>
      <div>
        <TitledLink href={href} title={title} own={own} />
        <p className="mb-0! text-muted">{children}</p>
      </div>
    </li>
  );
}
