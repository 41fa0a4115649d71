import { getTranslations } from 'next-intl/server';
import { chooseClaim } from '@/app/[locale]/(justice)/claims/[draft]/start/actions';
import { RadioGroup } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { type DraftDocument, isAccepted } from '@/lib/data/claim/documents/documents';

type Props = { draft: string; documents: readonly DraftDocument[] };

/** Asks which of several files is the claim, where no text says so. */
export async function WhichClaim({ draft, documents }: Props) {
  const files = documents.filter(isAccepted);
  if (files.length === 0) return null;
  const [t, claim] = [await getTranslations('claim.start'), await getTranslations('claim')];
  return (
    <PageForm action={chooseClaim}>
      <input type="hidden" name="draft" value={draft} />
      <RadioGroup
        name="document"
        label={t('which')}
        hint={t('whichHint')}
        options={files.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ButtonRow>
        <Button>{claim('saveAndContinue')}</Button>
      </ButtonRow>
    </PageForm>
  );
}
