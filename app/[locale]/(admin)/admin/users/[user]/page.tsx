import { getLocale, getTranslations } from 'next-intl/server';
import {
  HoldForm,
  InPersonForm,
  SessionsForm,
} from '@/app/[locale]/(admin)/admin/users/[user]/account-forms';
import { giveRole, lock } from '@/app/[locale]/(admin)/admin/users/[user]/actions';
import { Alert } from '@/app/ui/display/alert';
import { SummaryList } from '@/app/ui/display/summary-list';
import { RadioGroup } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { countSessionsOf, findLegalHold, type UserLine } from '@/lib/data/account/user-administration';
import { viewUser } from '@/lib/data/claim/staff-views';
import { mayBeLetIn } from '@/lib/data/recovery/in-person-codes';
import { roles, type UserActor } from '@/lib/domain/access/access';
import { formatInstant } from '@/lib/domain/court/dates';
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

async function LockForm({ user }: { user: UserLine }) {
  const t = await getTranslations('adminUser');
  const locked = user.lockedAt !== null;
  return (
    <PageForm action={lock} doneMessage={t('lockSaved')}>
      <input type="hidden" name="user" value={user.id} />
      <input type="hidden" name="locked" value={locked ? 'no' : 'yes'} />
      <p>{t(locked ? 'unlockWords' : 'lockWords')}</p>
      <ButtonRow>
        <Button look={locked ? 'primary' : 'danger'}>{t(locked ? 'unlock' : 'lock')}</Button>
      </ButtonRow>
    </PageForm>
  );
}

/** The acts open to an administrator on a person's way in, on their sessions and on a legal hold on the account. */
async function AccountForms({ actor, user }: { actor: UserActor; user: UserLine }) {
  const count = await countSessionsOf(actor, user.id, { now: systemNow(), idleMs });
  return (
    <>
      {mayBeLetIn(user) && <InPersonForm user={user.id} />}
      <SessionsForm user={user.id} count={count} />
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
  const [t, words, account, locale] = [
    await getTranslations('adminUser'),
    await getTranslations('role'),
    await getTranslations('adminAccount'),
    await getLocale(),
  ];
  const instant = user.lockedAt && formatInstant(user.lockedAt, locale);
  const closed = user.closedAt && account('closedSince', { instant: formatInstant(user.closedAt, locale) });
  const facts = [
    { label: t('oneKeyId'), value: user.oneKeyId },
    { label: t('role'), value: words(user.role) },
    { label: t('since'), value: formatInstant(user.createdAt, locale) },
    { label: t('access'), value: closed ?? (instant ? t('lockedSince', { instant }) : t('open')) },
  ];
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
