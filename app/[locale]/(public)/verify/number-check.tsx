import { getTranslations } from 'next-intl/server';
import { checkNumber } from '@/app/[locale]/(public)/verify/actions';
import { Button, ButtonRow } from '@/app/ui/button';
import { TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import type { Question } from '@/lib/domain/question';
import { spacedCode } from '@/lib/domain/verification';

/** Looks up what stands on a document; `unknown` was asked before in vain, to be corrected or completed. */
export async function NumberCheck({ unknown = {} }: { unknown?: Question }) {
  const t = await getTranslations('verify.number');
  const { sha256, fileNumber = '', code = '' } = unknown;
  const initial = { fileNumber, code: spacedCode(code) };
  return (
    <section aria-labelledby="number-heading">
      <h2 id="number-heading">{t('heading')}</h2>
      <p>{t('words')}</p>
      {sha256 && <p>{t('withFile')}</p>}
      <PageForm action={checkNumber} initial={initial}>
        {sha256 && <input type="hidden" name="sha256" value={sha256} />}
        <TextField name="fileNumber" label={t('fileNumber')} hint={t('fileNumberHint')} width="medium" />
        <TextField name="code" label={t('code')} hint={t('codeHint')} width="medium" />
        <ButtonRow>
          <Button look="secondary">{t('check')}</Button>
        </ButtonRow>
      </PageForm>
    </section>
  );
}
