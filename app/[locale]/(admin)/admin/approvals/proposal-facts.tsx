import { getLocale, getTranslations } from 'next-intl/server';
import { changeWords } from '@/app/[locale]/(admin)/admin/approvals/change-words';
import { Effect } from '@/app/[locale]/(admin)/admin/calendar/effect';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { SummaryList } from '@/app/ui/display/summary-list';
import { closureEffect } from '@/lib/data/approval/effect';
import type { ListedProposal } from '@/lib/data/approval/proposals';
import type { UserActor } from '@/lib/domain/access/access';
import { filingOf } from '@/lib/domain/approval/proposal';
import { formatInstant } from '@/lib/domain/court/dates';
import { courtNow } from '@/lib/services/clock';

type Props = { actor: UserActor; listed: ListedProposal };

/** What a closure that waits does as things stand; of other changes what holds always. */
async function effectOf(actor: UserActor, { change, state }: ListedProposal['proposal']) {
  const t = await getTranslations('approvals.effects');
  if (!('closure' in change) || state !== 'proposed') return t(change.kind);
  const { kind, closure } = change;
  const effect = await closureEffect(actor, kind, closure, courtNow());
  return <Effect effect={effect} where={closure.where} />;
}

/** The file of a new version, which whoever decides reads first. */
async function VersionLink({ id }: { id: string }) {
  const t = await getTranslations('approvals');
  return (
    <a
      href={`/api/corrections/${id}`}
      className="inline-flex min-h-11 items-center text-link underline sm:min-h-0"
    >
      {t('openVersion')}
    </a>
  );
}

/** Who proposes what and why, what is and what would be, and whom it touches. */
export async function ProposalFacts({ actor, listed: { proposal, proposer } }: Props) {
  const [t, locale] = [await getTranslations('approvals'), await getLocale()];
  const { change, reason, proposedAt, dueAt } = proposal;
  const effect = await effectOf(actor, proposal);
  const { about, before, after } = await changeWords(change);
  const reference = filingOf(change);
  const pastReason = change.kind === 'add-closure' ? change.pastReason : '';
  const subject = reference ? (
    <RowLink href={{ pathname: '/admin/filings/[reference]', params: { reference } }}>{reference}</RowLink>
  ) : (
    about
  );
  const rows = [
    { label: t('about'), value: subject },
    { label: t('before'), value: before },
    { label: t('after'), value: after },
    ...(change.kind === 'correct-filing'
      ? [{ label: t('version'), value: <VersionLink id={change.correction} /> }]
      : []),
    { label: t('effect'), value: effect },
    { label: t('reason'), value: reason },
    ...(pastReason ? [{ label: t('pastReason'), value: pastReason }] : []),
    {
      label: t('proposedBy'),
      value: t('who', { oneKeyId: proposer, instant: formatInstant(proposedAt, locale) }),
    },
    ...(dueAt ? [{ label: t('dueAt'), value: formatInstant(dueAt, locale) }] : []),
  ];
  return <SummaryList rows={rows} />;
}
