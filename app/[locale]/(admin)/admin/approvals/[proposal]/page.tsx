import { getTranslations } from 'next-intl/server';
import { approve, refuse, takeBack } from '@/app/[locale]/(admin)/admin/approvals/[proposal]/actions';
import { ProposalFacts } from '@/app/[locale]/(admin)/admin/approvals/proposal-facts';
import { SettingPreview } from '@/app/[locale]/(admin)/admin/settings/preview';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getListedProposal, type ListedProposal } from '@/lib/data/approval/proposals';
import type { UserActor } from '@/lib/domain/access/access';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('approval');

/** Another person approves or refuses; who proposed it can only take it back. */
async function Decision({ actor, listed: { proposal } }: { actor: UserActor; listed: ListedProposal }) {
  const t = await getTranslations('approvals');
  const id = <input type="hidden" name="id" value={proposal.id} />;
  if (proposal.proposedBy === actor.userId) {
    return (
      <PageForm action={takeBack}>
        <p>{t('yours')}</p>
        {id}
        <Button look="secondary">{t('takeBack')}</Button>
      </PageForm>
    );
  }
  return (
    <>
      <PageForm action={approve}>
        {id}
        <ButtonRow>
          <Button>{t('approve')}</Button>
        </ButtonRow>
      </PageForm>
      <PageForm action={refuse}>
        {id}
        <TextField name="refusalReason" label={t('decisionReason')} width="full" />
        <Button look="secondary">{t('refuse')}</Button>
      </PageForm>
    </>
  );
}

/** One proposal, and its decision if it waits. */
export default async function ProposalPage({ params }: PageProps<'/[locale]/admin/approvals/[proposal]'>) {
  const actor = await requireStaff('registrar');
  const listed = await orNotFound(getListedProposal(actor, (await params).proposal));
  const t = await getTranslations('approvals');
  const { kind, state, change } = listed.proposal;
  return (
    <>
      <h1>{t(`kinds.${kind}`)}</h1>
      <ProposalFacts actor={actor} listed={listed} />
      {'setting' in change && (
        <>
          <h2>{t('asSeen')}</h2>
          <SettingPreview setting={change.setting} effectiveOn={change.effectiveOn} />
        </>
      )}
      {state === 'proposed' ? <Decision actor={actor} listed={listed} /> : <p>{t(`states.${state}`)}</p>}
      <p className="mt-8">
        <ButtonLink href="/admin/approvals" look="secondary">
          {t('back')}
        </ButtonLink>
      </p>
    </>
  );
}
