import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { changeWords } from '@/app/[locale]/(admin)/admin/approvals/change-words';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import type { Work } from '@/lib/data/health/work/queue';
import { keptWords } from '@/lib/domain/filing/holds/kept-reason';

/** What a piece of work is, with the way there; what it is about; and why it waits. */
type WorkWords = {
  link: ReactNode;
  /** The link's words once more, for the buttons of the row. */
  name: string;
  about: ReactNode;
  why: string;
};

async function filingWords({ kind, filing }: Extract<Work, { kind: 'hold' | 'late' }>): Promise<WorkWords> {
  const [t, holds, lists, locale] = [
    await getTranslations('work'),
    await getTranslations('holdName'),
    await getTranslations('adminFilings'),
    await getLocale(),
  ];
  const { reference, title, holdReason, kept, attempts, hasCopy } = filing;
  const named = holdReason ? holds(holdReason) : t('noReason');
  const reason = kept ? keptWords(kept, locale) : named;
  const why = kind === 'late' ? t('attempts', { count: attempts }) : reason;
  const name = t(`kinds.${kind}`);
  return {
    link: (
      <RowLink href={{ pathname: '/admin/filings/[reference]', params: { reference } }}>
        <span>
          {name} <span className="whitespace-nowrap">{reference}</span>
        </span>
      </RowLink>
    ),
    name: `${name} ${reference}`,
    about: title ?? lists('sealed'),
    why: hasCopy ? t('withCopy', { reason: why }) : why,
  };
}

async function mailWords({ id, mail }: Extract<Work, { kind: 'mail' }>): Promise<WorkWords> {
  const [t, list] = [await getTranslations('work'), await getTranslations('adminEmails')];
  const { kind, recipient, isBounced, reference } = mail;
  const name = `${t('kinds.mail')} ${list(`kinds.${kind}`)}`;
  return {
    link: <RowLink href={{ pathname: '/admin/emails/[id]', params: { id } }}>{name}</RowLink>,
    name,
    about: reference ? `${reference}, ${recipient}` : recipient,
    why: t(isBounced ? 'bounced' : 'notSent'),
  };
}

async function approvalWords({ id, listed }: Extract<Work, { kind: 'approval' }>): Promise<WorkWords> {
  const [t, approvals] = [await getTranslations('work'), await getTranslations('approvals')];
  const { proposal, proposer } = listed;
  const name = `${t('kinds.approval')} ${approvals(`kinds.${proposal.kind}`)}`;
  return {
    link: (
      <RowLink href={{ pathname: '/admin/approvals/[proposal]', params: { proposal: id } }}>{name}</RowLink>
    ),
    name,
    about: (await changeWords(proposal.change)).about,
    why: t('proposedBy', { proposer, reason: proposal.reason }),
  };
}

/** A piece of work in words. */
export function workWords(work: Work): Promise<WorkWords> {
  if (work.kind === 'mail') return mailWords(work);
  return work.kind === 'approval' ? approvalWords(work) : filingWords(work);
}
