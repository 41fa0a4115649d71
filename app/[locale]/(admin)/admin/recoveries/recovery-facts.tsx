import { getLocale, getTranslations } from 'next-intl/server';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { ListedRecovery } from '@/lib/data/recovery/in-person';
import { contactName } from '@/lib/domain/contact/contact';
import { formatInstant } from '@/lib/domain/court/dates';

/** Whose account is recovered in person, who began it, and how far it is. */
export async function RecoveryFacts({ recovery }: { recovery: ListedRecovery }) {
  const [t, roles, locale] = [
    await getTranslations('adminInPerson'),
    await getTranslations('role'),
    await getLocale(),
  ];
  const { oneKeyId, contact, beginner, begunAt, expiresAt } = recovery;
  const name = contact ? contactName(contact) : '';
  const rows = [
    { label: t('whose'), value: [oneKeyId, name].filter(Boolean).join('\n') },
    { label: t('role'), value: roles(recovery.role) },
    {
      label: t('begun'),
      value: t('begunBy', { oneKeyId: beginner, instant: formatInstant(begunAt, locale) }),
    },
    { label: t('identity'), value: recovery.reason },
    { label: t('steps'), value: t(recovery.lostSteps ? 'stepsGo' : 'stepsStay') },
    { label: t('until'), value: formatInstant(expiresAt, locale) },
    { label: t('state'), value: t(`states.${recovery.state}`) },
  ];
  return <SummaryList rows={rows} />;
}
