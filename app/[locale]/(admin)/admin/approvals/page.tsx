import { getLocale, getTranslations } from 'next-intl/server';
import { changeWords } from '@/app/[locale]/(admin)/admin/approvals/change-words';
import { ProposalFacts } from '@/app/[locale]/(admin)/admin/approvals/proposal-facts';
import { OpenRecoveries } from '@/app/[locale]/(admin)/admin/recoveries/waiting';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Alert } from '@/app/ui/display/alert';
import { Table } from '@/app/ui/display/table';
import { pageTitle } from '@/app/ui/layout/page-title';
import { type ListedProposal, listProposals } from '@/lib/data/approval/proposals';
import type { UserActor } from '@/lib/domain/access/access';
import { formatInstant } from '@/lib/domain/court/dates';
import { isOneOf } from '@/lib/domain/text';
import { env } from '@/lib/env';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('approvals');

/** The decisions that a person has just made, as the page's address names them. */
const decisions = ['approved', 'refused', 'takenBack'] as const;

async function Waiting({ actor, listed }: { actor: UserActor; listed: ListedProposal }) {
  const t = await getTranslations('approvals');
  const { id, kind } = listed.proposal;
  return (
    <section className="mb-10">
      <h3>{t(`kinds.${kind}`)}</h3>
      <ProposalFacts actor={actor} listed={listed} />
      <RowLink href={{ pathname: '/admin/approvals/[proposal]', params: { proposal: id } }}>
        {t('open')}
        <span className="sr-only"> {t(`kinds.${kind}`)}</span>
      </RowLink>
    </section>
  );
}

async function Decided({ decided }: { decided: ListedProposal[] }) {
  const [t, locale] = [await getTranslations('approvals'), await getLocale()];
  const rows = decided.map(async ({ proposal, proposer, decider }) => ({
    key: proposal.id,
    cells: [
      t(`kinds.${proposal.kind}`),
      (await changeWords(proposal.change)).about,
      proposer,
      <span key="result" className="inline-block min-w-24">
        {t(`states.${proposal.state}`)}
      </span>,
      t('who', {
        oneKeyId: decider ?? t('service'),
        instant: proposal.decidedAt ? formatInstant(proposal.decidedAt, locale) : '',
      }),
      proposal.decisionReason || proposal.reason,
    ],
  }));
  const headings = (['what', 'about', 'proposedBy', 'result', 'decidedBy', 'reason'] as const).map((name) =>
    t(name),
  );
  return (
    <Table
      caption={t('decided')}
      headings={headings}
      rows={await Promise.all(rows)}
      empty={t('noneDecided')}
      headed
    />
  );
}

/** What waits for a second person, and what was decided lately. */
export default async function ApprovalsPage({ searchParams }: PageProps<'/[locale]/admin/approvals'>) {
  const actor = await requireStaff('registrar');
  const { waiting, decided } = await orNotFound(listProposals(actor));
  const t = await getTranslations('approvals');
  const done = String((await searchParams).done);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t(env.SECOND_PERSON === 'wait' ? 'introWait' : 'intro')}</p>
      <div role="status">
        {isOneOf(decisions, done) && (
          <Alert look="success">
            <p>{t(done)}</p>
          </Alert>
        )}
      </div>
      <h2>{t('waiting')}</h2>
      {waiting.length === 0 && <p>{t('noneWaiting')}</p>}
      {waiting.map((listed) => (
        <Waiting key={listed.proposal.id} actor={actor} listed={listed} />
      ))}
      <OpenRecoveries actor={actor} />
      <h2>{t('decided')}</h2>
      <Decided decided={decided} />
    </>
  );
}
