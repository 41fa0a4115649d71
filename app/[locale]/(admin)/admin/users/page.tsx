import { getLocale, getTranslations } from 'next-intl/server';
import { search } from '@/app/[locale]/(admin)/admin/users/actions';
import { userSearchPage } from '@/app/[locale]/(admin)/admin/users/search-page';
import { SearchResults } from '@/app/ui/display/search-results';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { searchUsers, USER_SORTS } from '@/lib/data/account/desk/user-search';
import { roles } from '@/lib/domain/access/access';
import { sortOf, sortParam } from '@/lib/domain/sorting';
import { getPathname } from '@/lib/web/routes/navigation';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminUsers');

/** Everyone with a ONE-key ID, for administrators. */
export default async function UsersPage({ searchParams }: PageProps<'/[locale]/admin/users'>) {
  const actor = await requireStaff('administrator');
  const sort = sortOf(USER_SORTS, (await searchParams).sort);
  const [t, names, list, locale] = [
    await getTranslations('adminUsers'),
    await getTranslations('role'),
    await getTranslations('pageLinks'),
    await getLocale(),
  ];
  const found = await searchUsers(actor, { typed: '', page: 1, sort });
  const everyone = await userSearchPage(found, sort ?? { by: 'oneKeyId', descending: false });
  const words = {
    caption: t('caption'),
    headings: USER_SORTS.map((name) => t(name)),
    empty: t('empty'),
    previous: list('previous'),
    next: list('next'),
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <PageForm isSearch action={search}>
        <TextField name="typed" label={t('typed')} hint={t('typedHint')} need="unmarked" />
        <Select
          name="role"
          label={t('role')}
          placeholder={t('anyRole')}
          options={roles.map((role) => ({ value: role, label: names(role) }))}
          width="medium"
          need="unmarked"
        />
        <Button>{t('search')}</Button>
        <SearchResults
          initial={everyone}
          words={words}
          sorting={{
            columns: USER_SORTS,
            path: getPathname({ href: '/admin/users', locale }),
            chosen: sort && sortParam(sort),
          }}
        />
      </PageForm>
    </>
  );
}
