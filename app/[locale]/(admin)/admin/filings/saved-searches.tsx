import { getTranslations } from 'next-intl/server';
import { forget } from '@/app/[locale]/(admin)/admin/filings/actions';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';

type Saved = { id: string; name: string };

/** The person's own searches, each a link. An address names a search by its id, and nothing that was typed. */
export async function SavedSearches({ searches, shown }: { searches: Saved[]; shown: Saved | undefined }) {
  const t = await getTranslations('adminFilings');
  if (searches.length === 0) return null;
  return (
    <section aria-labelledby="saved">
      <h2 id="saved">{t('savedSearches')}</h2>
      <ul>
        {searches.map(({ id, name }) => (
          <li key={id}>
            <RowLink href={{ pathname: '/admin/filings', query: { saved: id } }}>{name}</RowLink>
          </li>
        ))}
      </ul>
      {shown && (
        <PageForm action={forget}>
          <input type="hidden" name="saved" value={shown.id} />
          <Button look="danger">{t('deleteSearch', { name: shown.name })}</Button>
        </PageForm>
      )}
    </section>
  );
}
