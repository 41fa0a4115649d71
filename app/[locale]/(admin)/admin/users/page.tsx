import { getTranslations } from 'next-intl/server';
import { search } from '@/app/[locale]/(admin)/admin/users/actions';
import { userSearchPage } from '@/app/[locale]/(admin)/admin/users/search-page';
import { SearchResults } from '@/app/ui/display/search-results';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { searchUsers } from '@/lib/data/account/user-administration';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminUsers');

/** Everyone with a ONE-key ID, for administrators. */
export default async function UsersPage() {
  const actor = await requireStaff('administrator');
  const [t, list] = [await getTranslations('adminUsers'), await getTranslations('pageLinks')];
  const everyone = await userSearchPage(await searchUsers(actor, { oneKeyId: '', page: 1 }));
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
