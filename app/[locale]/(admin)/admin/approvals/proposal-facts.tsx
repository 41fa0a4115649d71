import { getLocale, getTranslations } from 'next-intl/server';
import { changeWords } from '@/app/[locale]/(admin)/admin/approvals/change-words';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { ListedProposal } from '@/lib/data/approval/proposals';
import { filingOf } from '@/lib/domain/approval/proposal';
import { formatInstant } from '@/lib/domain/court/dates';

/** Who proposes what and why, what is and what would be, and whom it touches. */
export async function ProposalFacts({ listed: { proposal, proposer } }: { listed: ListedProposal }) {
  const [t, locale] = [await getTranslations('approvals'), await getLocale()];
  const { change, kind, reason, proposedAt, dueAt } = proposal;
  const { about, before, after } = await changeWords(change);
  const reference = filingOf(change);
  const subject = reference ? (
    <RowLink href={{ pathname: '/admin/filings/[reference]', params: { reference } }}>{reference}</RowLink>
  ) : (
    about
  );
  const rows = [
    { label: t('about'), value: subject },
    { label: t('before'), value: before },
    { label: t('after'), value: after },
    { label: t('effect'), value: t(`effects.${kind}`) },
    { label: t('reason'), value: reason },
    {
      label: t('proposedBy'),
      value: t('who', { oneKeyId: proposer, instant: formatInstant(proposedAt, locale) }),
    },
    ...(dueAt ? [{ label: t('dueAt'), value: formatInstant(dueAt, locale) }] : []),
  ];
  return <SummaryList rows={rows} />;
}
