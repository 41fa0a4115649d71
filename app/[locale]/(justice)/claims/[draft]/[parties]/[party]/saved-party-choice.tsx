import { getTranslations } from 'next-intl/server';
import type { From } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { QueryForm } from '@/app/ui/form/form';
import { Select } from '@/app/ui/form/select';
import { Button } from '@/app/ui/layout/button';
import type { SavedLine } from '@/lib/data/claim/saved-parties';
import { partyName } from '@/lib/domain/claim/party';

type Props = { saved: readonly SavedLine[]; chosen: SavedLine | undefined; from: From };

/** A list of the parties of earlier claims. Choosing one opens this page again, filled in; it works without scripts. */
export async function SavedPartyChoice({ saved, chosen, from }: Props) {
  const t = await getTranslations('savedParties');
  return (
    <div className="mb-8 max-w-text rounded border border-line bg-quiet p-4">
      <QueryForm values={chosen ? { saved: chosen.id } : {}}>
        {from && <input type="hidden" name="from" value={from} />}
        <Select
          name="saved"
          label={t('use')}
          hint={t('useHint')}
          placeholder={t('choose')}
          options={saved.map(({ id, party }) => ({ value: id, label: partyName(party) }))}
        />
        <Button look="secondary">{t('fill')}</Button>
      </QueryForm>
    </div>
  );
}
