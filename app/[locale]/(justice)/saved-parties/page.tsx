import { getTranslations } from 'next-intl/server';
import { partyLines } from '@/app/[locale]/(justice)/party-lines';
import { remove } from '@/app/[locale]/(justice)/saved-parties/actions';
import { Table } from '@/app/ui/display/table';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listSavedParties, type SavedLine } from '@/lib/data/claim/saved-parties';
import { partyName } from '@/lib/domain/claim/party';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('savedParties');

/** The parties of the person's earlier claims. */
export default async function SavedPartiesPage() {
  const { actor } = await requireProfile();
  const [t, saved] = [await getTranslations('savedParties'), await listSavedParties(actor)];
  const rows = await Promise.all(
    saved.map(async (line) => ({
      key: line.id,
      cells: [
        partyName(line.party),
        t(`roles.${line.role}`),
        <span key="details" className="whitespace-pre-line">
          {await partyLines({ ...line.party, id: line.id })}
        </span>,
        <Options key="options" {...line} />,
      ],
    })),
  );
  const headings = ['name', 'role', 'details', 'options'] as const;
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="max-w-text">{t('intro')}</p>
      <Table
        caption={t('caption')}
        headings={headings.map((name) => t(name))}
        rows={rows}
        empty={t('empty')}
      />
    </>
  );
}

async function Options({ id, party }: SavedLine) {
  const [t, words] = [await getTranslations('savedParties'), await getTranslations('claim.party')];
  const name = partyName(party);
  return (
    <div className="flex flex-col gap-3 sm:items-start">
      <ButtonLink
        look="secondary"
        href={{ pathname: '/saved-parties/[saved]', params: { saved: id } }}
        aria-label={words('changeOf', { name })}
      >
        {t('change')}
      </ButtonLink>
      <PageForm action={remove}>
        <input type="hidden" name="saved" value={id} />
        <Button look="danger" aria-label={t('deleteOf', { name })}>
          {t('delete')}
        </Button>
      </PageForm>
    </div>
  );
}
