import { getTranslations } from 'next-intl/server';
import { checkNumber } from '@/app/[locale]/(public)/verify/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { inGroups } from '@/lib/domain/crockford';
import type { VerificationQuery } from '@/lib/domain/register/verification-query';

/** Looks up the number and code on a document. `unknown` is a query without a result, to be corrected or completed. */
export async function NumberCheck({ unknown = {} }: { unknown?: VerificationQuery | undefined }) {
  const t = await getTranslations('verify.number');
  const { sha256, fileNumber = '', code = '' } = unknown;
  const initial = { fileNumber, code: inGroups(code) };
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
