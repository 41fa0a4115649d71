import { getTranslations } from 'next-intl/server';
import { holdAccount, lock } from '@/app/[locale]/(admin)/admin/users/[user]/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { UserLine } from '@/lib/data/account/user-administration';

/** Locks an account or unlocks it, with a reason. */
export async function LockForm({ user }: { user: UserLine }) {
  const t = await getTranslations('adminUser');
  const locked = user.lockedAt !== null;
  return (
    <PageForm action={lock} doneMessage={t('lockSaved')}>
      <input type="hidden" name="user" value={user.id} />
      <input type="hidden" name="locked" value={locked ? 'no' : 'yes'} />
      <p>{t(locked ? 'unlockWords' : 'lockWords')}</p>
      <TextField name="lockReason" label={t('lockReason')} hint={t('lockReasonHint')} width="full" />
      <Button look={locked ? 'primary' : 'danger'}>{t(locked ? 'unlock' : 'lock')}</Button>
    </PageForm>
  );
}

/**
 * Sets a legal hold, or lifts it; `reason` is that of the present hold. The audit log keeps the reason for
 * either act.
 */
export async function HoldForm({ user, reason }: { user: string; reason: string | null }) {
  const t = await getTranslations('adminAccount');
  const isHeld = reason !== null;
  return (
    <>
      <h2>{t('hold')}</h2>
      <p>{t('holdWords')}</p>
      {isHeld && <p className="font-semibold">{t('holdSince', { reason })}</p>}
      <PageForm action={holdAccount} doneMessage={t('holdSaved')}>
        <input type="hidden" name="user" value={user} />
        <input type="hidden" name="held" value={isHeld ? 'no' : 'yes'} />
        <TextField name="holdReason" label={t('reason')} hint={t('reasonHint')} width="full" />
        <Button look={isHeld ? 'primary' : 'danger'}>{t(isHeld ? 'liftHold' : 'setHold')}</Button>
      </PageForm>
    </>
  );
}
