import { getTranslations } from 'next-intl/server';
import { endSessions, giveCode, holdAccount } from '@/app/[locale]/(admin)/admin/users/[user]/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { ShownCode } from '@/app/ui/form/shown-code';
import { Button } from '@/app/ui/layout/button';

/** The number of a person's open sessions, and the button that ends them. */
export async function SessionsForm({ user, count }: { user: string; count: number }) {
  const t = await getTranslations('adminAccount');
  return (
    <>
      <h2>{t('sessions')}</h2>
      <p>{t('open', { count })}</p>
      <PageForm action={endSessions} doneMessage={t('ended')}>
        <input type="hidden" name="user" value={user} />
        <p>{t('endWords')}</p>
        <Button look="danger">{t('end')}</Button>
      </PageForm>
    </>
  );
}

/** Gives the person a code for a new password, which is shown once. */
export async function InPersonForm({ user }: { user: string }) {
  const t = await getTranslations('adminAccount');
  return (
    <>
      <h2>{t('inPerson')}</h2>
      <p>{t('inPersonWords')}</p>
      <PageForm action={giveCode}>
        <input type="hidden" name="user" value={user} />
        <ShownCode words={t('codeShown')} />
        <Button look="secondary">{t('giveCode')}</Button>
      </PageForm>
    </>
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
