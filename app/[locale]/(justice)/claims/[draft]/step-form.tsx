import { getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { Autosave } from '@/app/[locale]/(justice)/claims/[draft]/autosave';
import { Button, ButtonRow } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';
import type { Step } from '@/lib/domain/claim';

type Props = {
  action: ComponentProps<typeof PageForm>['action'];
  draft: string;
  step: Step;
  from?: 'review';
  /** Which plaintiff or defendant, on their own page. */
  party?: string;
  /** What was typed before; nothing on a page without fields. */
  typed?: Record<string, string>;
  children?: ReactNode;
};

/** The form of a step: Save and continue, Back, and meanwhile what is typed is kept. */
export async function StepForm({ action, typed, children, ...sent }: Props) {
  const [t, common] = await Promise.all([getTranslations('claim'), getTranslations('common')]);
  return (
    <PageForm action={action} initial={typed}>
      {Object.entries(sent).map(
        ([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />,
      )}
      {children}
      {typed && <Autosave savedWord={t('saved')} />}
      <ButtonRow>
        <Button>{t('saveAndContinue')}</Button>
        <Button look="secondary" name="go" value="back">
          {common('back')}
        </Button>
      </ButtonRow>
    </PageForm>
  );
}
