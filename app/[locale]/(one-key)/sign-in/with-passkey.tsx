import { getTranslations } from 'next-intl/server';
import { passkeyWords } from '@/app/[locale]/(one-key)/factor-forms';
import { askAnyPasskey } from '@/app/[locale]/(one-key)/passkey-asking';
import { signInWithPasskey } from '@/app/[locale]/(one-key)/sign-in/actions';
import { PageForm } from '@/app/ui/form/page-form';
import { PasskeyButton } from '@/app/ui/form/passkey-button';

/** Signs in without a password, for people with a passkey of this site. */
export async function WithPasskey({ next }: { next: string | undefined }) {
  const [t, words] = [await getTranslations('passkeyButton'), await passkeyWords()];
  return (
    <>
      <h2>{t('heading')}</h2>
      <p>{t('words')}</p>
      <PageForm action={signInWithPasskey}>
        {next && <input type="hidden" name="next" value={next} />}
        <PasskeyButton ceremony={{ use: 'get', ask: askAnyPasskey }} words={words} />
      </PageForm>
    </>
  );
}
