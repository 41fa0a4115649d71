import { getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Alert } from '@/app/ui/display/alert';
import { listWaitingFor } from '@/lib/data/approval/proposals';
import type { UserActor } from '@/lib/domain/access/access';
import { mayApprove } from '@/lib/domain/approval/proposal';

/** Says that a change of the filing waits for a second person. */
export async function WaitingChanges({ actor, reference }: { actor: UserActor; reference: string }) {
  const t = await getTranslations('approvals');
  const kinds = await listWaitingFor(actor, reference);
  if (kinds.length === 0) return null;
  return (
    <section className="mb-8">
      <Alert look="information" heading={t('waitsHere')}>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>{t(`kinds.${kind}`)}</li>
          ))}
        </ul>
        {mayApprove(actor) && <RowLink href="/admin/approvals">{t('show')}</RowLink>}
      </Alert>
    </section>
  );
}
