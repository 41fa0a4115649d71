import { getTranslations } from 'next-intl/server';
import { TextField } from '@/app/ui/form/fields';
import { Select } from '@/app/ui/form/select';
import { SECURITY_QUESTIONS } from '@/lib/domain/account/security-question';

/** Three questions to choose, each with its answer. */
export async function SecurityQuestions() {
  const t = await getTranslations();
  const options = SECURITY_QUESTIONS.map((value) => ({ value, label: t(`securityQuestion.${value}`) }));
  return [1, 2, 3].map((n) => (
    <div key={n}>
      <Select
        name={`question${n}`}
        label={t('signUp.question', { n })}
        placeholder={t('signUp.selectQuestion')}
        options={options}
      />
      <TextField name={`answer${n}`} label={t('signUp.answer', { n })} />
    </div>
  ));
}
