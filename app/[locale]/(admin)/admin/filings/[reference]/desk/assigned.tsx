import { getTranslations } from 'next-intl/server';
import { assign } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/actions';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { assigneeOf, listColleagues } from '@/lib/data/filing/desk/assignment';
import type { FiledClaim } from '@/lib/data/filing/filings';
import type { UserActor } from '@/lib/domain/access/access';

/** Who has the filing, and the buttons to take it, to give it back and to give it to somebody else. */
export async function Assigned({ actor, filing }: { actor: UserActor; filing: FiledClaim }) {
  const t = await getTranslations('adminDesk');
  const [holder, colleagues] = [await assigneeOf(filing.id), await listColleagues(actor)];
  const isMine = holder?.id === actor.userId;
  const others = colleagues.filter(({ id }) => id !== holder?.id && id !== actor.userId);
  return (
    <section aria-labelledby="assigned">
      <h2 id="assigned">{t('assigned')}</h2>
      <p>{isMine ? t('isMine') : holder ? t('isOf', { name: holder.oneKeyId }) : t('isFree')}</p>
      <PageForm action={assign} doneMessage={t('assignedDone')}>
        <input type="hidden" name="reference" value={filing.reference} />
        <input type="hidden" name="seen" value={holder?.id ?? ''} />
        <ButtonRow>
          {!isMine && (
            <Button name="act" value="take">
              {t('take')}
            </Button>
          )}
          {holder && (
            <Button name="act" value="give-back" look="secondary">
              {t('giveBack')}
            </Button>
          )}
        </ButtonRow>
        {others.length > 0 && (
          <div className="mt-6">
            <Select
              name="colleague"
              label={t('colleague')}
              placeholder={t('chooseColleague')}
              options={others.map(({ id, oneKeyId }) => ({ value: id, label: oneKeyId }))}
              width="medium"
              need="unmarked"
            />
            <Button name="act" value="give" look="secondary">
              {t('give')}
            </Button>
          </div>
        )}
      </PageForm>
    </section>
  );
}
