import { getTranslations } from 'next-intl/server';
import { RecoveryFacts } from '@/app/[locale]/(admin)/admin/recoveries/recovery-facts';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { listInPerson } from '@/lib/data/recovery/in-person';
import type { UserActor } from '@/lib/domain/access/access';
import { systemNow } from '@/lib/services/clock';

/** The recoveries in person that are open; nothing where there are none. */
export async function OpenRecoveries({ actor }: { actor: UserActor }) {
  const t = await getTranslations('adminInPerson');
  const recoveries = await listInPerson(actor, systemNow());
  if (recoveries.length === 0) return null;
  return (
    <>
      <h2>{t('all')}</h2>
      {recoveries.map((recovery) => (
        <section key={recovery.id} className="mb-10">
          <RecoveryFacts recovery={recovery} />
          <RowLink href={{ pathname: '/admin/recoveries/[recovery]', params: { recovery: recovery.id } }}>
            {t('open')}
            <span className="sr-only"> : {recovery.oneKeyId}</span>
          </RowLink>
        </section>
      ))}
    </>
  );
}
