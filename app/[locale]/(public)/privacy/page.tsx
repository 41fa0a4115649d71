import { getTranslations } from 'next-intl/server';
import { idOf, Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';
import { env } from '@/lib/env';

export const generateMetadata = pageTitle('privacy');

/** Also lists the outside services that this installation is set up to use. */
export default async function PrivacyPage() {
  const t = await getTranslations('privacy.outside');
  return (
    <Prose namespace="privacy" more={[t('heading')]}>
      <h2 id={idOf(t('heading'))}>{t('heading')}</h2>
      <p>{t('rule')}</p>
      <ul>
        <li>{t(env.UPLOADTHING_TOKEN ? 'uploadThing' : 'noUploadThing')}</li>
        <li>{t(env.RESEND_API_KEY ? 'resend' : 'noResend')}</li>
      </ul>
    </Prose>
  );
}
