import { getTranslations } from 'next-intl/server';
import { search } from '@/app/[locale]/(admin)/admin/users/actions';
import { usersFound } from '@/app/[locale]/(admin)/admin/users/found';
import { Button } from '@/app/ui/button';
import { TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { SearchResults } from '@/app/ui/search-results';
import { searchUsers } from '@/lib/data/user-administration';
import { requireStaff } from '@/lib/web/session';

export const generateMetadata = pageTitle('adminUsers');

/** Everyone with a ONE-key ID, for administrators. */
export default async function UsersPage() {
  const actor = await requireStaff('administrator');
  const [t, list] = [await getTranslations('adminUsers'), await getTranslations('pageLinks')];
  const everyone = await usersFound(await searchUsers(actor, { typed: '', page: 1 }));
  const words = {
    caption: t('caption'),
    headings: (['oneKeyId', 'role', 'lock', 'since'] as const).map((name) => t(name)),
    empty: t('empty'),
    previous: list('previous'),
    next: list('next'),
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <PageForm action={search}>
        <TextField name="typed" label={t('typed')} hint={t('typedHint')} width="medium" />
        <Button>{t('search')}</Button>
        <SearchResults initial={everyone} words={words} />
      </PageForm>
    </>
  );
}
