import { getTranslations } from 'next-intl/server';
import { resume } from '@/app/[locale]/(admin)/admin/emails/actions';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { findPause } from '@/lib/data/mail/mail-sender';
import type { Actor } from '@/lib/domain/access/access';

/** Says that no e-mail leaves, and why. Shows nothing while e-mail leaves. */
export async function Paused({ actor }: { actor: Actor }) {
  const t = await getTranslations('mailPause');
  const reason = await findPause(actor);
  if (!reason) return null;
  return (
    <section className="mb-8">
      <Alert look="error" heading={t('heading')}>
        <p>
          {t('words')} <code>{reason}</code>
        </p>
      </Alert>
      <PageForm action={resume} doneMessage={t('resumed')}>
        <Button>{t('resume')}</Button>
      </PageForm>
    </section>
  );
}
