import { getTranslations } from 'next-intl/server';
import { confirm, end } from '@/app/[locale]/(admin)/admin/recoveries/[recovery]/actions';
import { RecoveryFacts } from '@/app/[locale]/(admin)/admin/recoveries/recovery-facts';
import { PageForm } from '@/app/ui/form/page-form';
import { ShownCode } from '@/app/ui/form/shown-code';
import { Button } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getInPerson, isInPersonOpen, type ListedRecovery } from '@/lib/data/recovery/in-person';
import type { UserActor } from '@/lib/domain/access/access';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminInPerson');

/**
 * The form that gives the second half. It stays once the half was given, because without scripts the answer is this page
 * again, with the half in it.
 */
async function Confirming({ actor, recovery }: { actor: UserActor; recovery: ListedRecovery }) {
  const t = await getTranslations('adminInPerson');
  const isOwn = recovery.userId === actor.userId;
  const waits = recovery.begunBy === actor.userId && env.SECOND_PERSON === 'required';
  if (isOwn || waits) return <p>{t(isOwn ? 'own' : 'yours')}</p>;
  return (
    <PageForm action={confirm}>
      <input type="hidden" name="recovery" value={recovery.id} />
      <ShownCode words={t('codeShown')} />
      {recovery.state === 'begun' && <Button>{t('confirm')}</Button>}
    </PageForm>
  );
}

/** One recovery in person, which a second member of staff confirms. */
export default async function RecoveryPage({ params }: PageProps<'/[locale]/admin/recoveries/[recovery]'>) {
  const actor = await requireStaff('registrar');
  const recovery = await orNotFound(getInPerson(actor, (await params).recovery));
  const t = await getTranslations('adminInPerson');
  const isOpen = isInPersonOpen(recovery, systemNow());
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      {env.SECOND_PERSON === 'wait' && <p>{t('introWait')}</p>}
      <RecoveryFacts recovery={recovery} />
      {isOpen && <Confirming actor={actor} recovery={recovery} />}
      <PageForm action={end} doneMessage={t('ended')}>
        <input type="hidden" name="recovery" value={recovery.id} />
        {isOpen && (
          <>
            <p>{t('endWords')}</p>
            <Button look="secondary">{t('end')}</Button>
          </>
        )}
      </PageForm>
      <p className="mt-8">
        <ButtonLink href="/admin/approvals" look="secondary">
          {t('back')}
        </ButtonLink>
      </p>
    </>
  );
}
