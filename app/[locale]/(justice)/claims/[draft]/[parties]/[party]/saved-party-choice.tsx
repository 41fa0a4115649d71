import { getTranslations } from 'next-intl/server';
import type { From } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { box, Labelled, widths } from '@/app/ui/form/labelled';
import { Button } from '@/app/ui/layout/button';
import type { SavedLine } from '@/lib/data/claim/saved-parties';
import { partyName } from '@/lib/domain/claim/party';

type Props = { saved: readonly SavedLine[]; chosen: string | string[] | undefined; from: From };

/** A list of the parties of earlier claims. Choosing one opens this page again, filled in; it works without scripts. */
export async function SavedPartyChoice({ saved, chosen, from }: Props) {
  const t = await getTranslations('savedParties');
  return (
    <form method="get" className="mb-8 max-w-text rounded border border-grey-40 bg-grey-5 p-4">
      {from && <input type="hidden" name="from" value={from} />}
      <Labelled name="saved" label={t('use')} hint={t('useHint')}>
        <select
          id="saved"
          name="saved"
          defaultValue={typeof chosen === 'string' ? chosen : ''}
          aria-describedby="saved-hint"
          className={`${box} ${widths.long}`}
        >
          <option value="">{t('choose')}</option>
          {saved.map(({ id, party }) => (
            <option key={id} value={id}>
              {partyName(party)}
            </option>
          ))}
        </select>
      </Labelled>
      <Button look="secondary">{t('fill')}</Button>
    </form>
  );
}
