import { getTranslations } from 'next-intl/server';
import { HoldForm, LockForm } from '@/app/[locale]/(admin)/admin/users/[user]/account-forms';
import { giveRole } from '@/app/[locale]/(admin)/admin/users/[user]/actions';
import { userFacts } from '@/app/[locale]/(admin)/admin/users/[user]/facts';
import { InPerson } from '@/app/[locale]/(admin)/admin/users/[user]/in-person';
import { Sessions } from '@/app/[locale]/(admin)/admin/users/[user]/sessions';
import { Alert } from '@/app/ui/display/alert';
import { SummaryList } from '@/app/ui/display/summary-list';
import { RadioGroup } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listSessionsOf } from '@/lib/data/account/desk/sessions-of';
import { findContactOf, findLegalHold, type UserLine } from '@/lib/data/account/user-administration';
import { viewUser } from '@/lib/data/claim/staff-views';
import { findInPersonOf, mayBeLetIn } from '@/lib/data/recovery/in-person';
import { roles, type UserActor } from '@/lib/domain/access/access';
import { systemNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { idleMs, requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminUser');

async function RoleForm({ user }: { user: UserLine }) {
  const [t, words] = [await getTranslations('adminUser'), await getTranslations('role')];
  const options = roles.map((role) => ({ value: role, label: words(role), hint: t(`roleHint.${role}`) }));
  return (
    <PageForm action={giveRole} initial={{ role: user.role }} doneMessage={t('roleSaved')}>
      <input type="hidden" name="user" value={user.id} />
      <RadioGroup name="role" label={t('mayDo')} hint={t('sessionsEnd')} options={options} />
      <Button>{t('saveRole')}</Button>
    </PageForm>
  );
}

/** The acts open to an administrator on a person's way in, on their sessions and on a legal hold on the account. */
async function AccountForms({ actor, user }: { actor: UserActor; user: UserLine }) {
  const now = systemNow();
  const open = await findInPersonOf(actor, user.id, now);
  return (
    <>
      {mayBeLetIn(user) && <InPerson user={user.id} open={open} />}
      <Sessions user={user.id} sessions={await listSessionsOf(actor, user.id, { now, idleMs })} />
      <HoldForm user={user.id} reason={await findLegalHold(actor, user.id)} />
    </>
  );
}

/**
 * One person's role, lock, sessions and legal hold, for administrators. The address contains the row's id,
 * not the ONE-key ID: people choose that ID themselves, it may name them, and so it belongs in no address.
 */
export default async function UserPage({ params }: PageProps<'/[locale]/admin/users/[user]'>) {
  const actor = await requireStaff('administrator');
  const user = await orNotFound(viewUser(actor, (await params).user, systemNow()));
  const t = await getTranslations('adminUser');
  const facts = await userFacts(user, await findContactOf(actor, user.id));
  return (
    <>
      <h1>{t('title')}</h1>
      <SummaryList rows={facts} />
      {user.id === actor.userId ? (
        <Alert>
          <p>{t('ownAccount')}</p>
        </Alert>
      ) : (
        <>
          <h2>{t('role')}</h2>
          <RoleForm user={user} />
          <h2>{t('access')}</h2>
          <LockForm user={user} />
          <AccountForms actor={actor} user={user} />
        </>
      )}
    </>
  );
}
