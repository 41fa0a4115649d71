import { LanguageField } from '@/app/[locale]/(justice)/claims/[draft]/language/language-field';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('claim.language');

export default function LanguagePage(props: StepProps) {
  return (
    <FieldStepPage step="language" {...props}>
      <LanguageField />
    </FieldStepPage>
  );
}
