import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';
import { env } from '@/lib/env';

export const generateMetadata = pageTitle('privacy');

/** Says also which outside services this installation is set up to use. */
export default async function PrivacyPage() {
  const t = await getTranslations('privacy.outside');
  return (
    <Prose namespace="privacy">
      <h2>{t('heading')}</h2>
      <p>{t('rule')}</p>
      <ul>
        <li>{t(env.UPLOADTHING_TOKEN ? 'uploadThing' : 'noUploadThing')}</li>
        <li>{t(env.RESEND_API_KEY ? 'resend' : 'noResend')}</li>
      </ul>
    </Prose>
  );
}
