import { getLocale, getTranslations } from 'next-intl/server';
import type { findContactOf, UserLine } from '@/lib/data/account/user-administration';
import { IDLE_DAYS, UNUSED_ACCOUNT } from '@/lib/domain/account/idle';
import { contactName } from '@/lib/domain/contact/contact';
import { formatInstant } from '@/lib/domain/court/dates';

type Known = Awaited<ReturnType<typeof findContactOf>>;

async function accessWords({ closedAt, lockedAt }: UserLine): Promise<string> {
  const [t, account, locale] = [
    await getTranslations('adminUser'),
    await getTranslations('adminAccount'),
    await getLocale(),
  ];
  if (closedAt) return account('closedSince', { instant: formatInstant(closedAt, locale) });
  return lockedAt ? t('lockedSince', { instant: formatInstant(lockedAt, locale) }) : t('open');
}

/** What an administrator is told of a person: who they are, what they may do, and why they are locked out. */
export async function userFacts(user: UserLine, { contact, recoveryEmail }: Known) {
  const [t, roles, locale] = [
    await getTranslations('adminUser'),
    await getTranslations('role'),
    await getLocale(),
  ];
  const { firstName = '', lastName = '', firm = '', email = '' } = contact ?? {};
  const isUnused = user.lockedReason === UNUSED_ACCOUNT;
  const why = isUnused ? t('unused', { days: IDLE_DAYS }) : user.lockedReason;
  return [
    { label: t('oneKeyId'), value: user.oneKeyId },
    { label: t('name'), value: contactName({ firstName, lastName }) || t('none') },
    ...(firm ? [{ label: t('firm'), value: firm }] : []),
    { label: t('recoveryEmail'), value: recoveryEmail ?? t('none') },
    { label: t('contactEmail'), value: email || t('none') },
    { label: t('role'), value: roles(user.role) },
    { label: t('since'), value: formatInstant(user.createdAt, locale) },
    { label: t('access'), value: await accessWords(user) },
    ...(why ? [{ label: t('lockedWhy'), value: why }] : []),
  ];
}
