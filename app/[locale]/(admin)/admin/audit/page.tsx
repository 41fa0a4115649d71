import { getLocale, getTranslations } from 'next-intl/server';
import { search } from '@/app/[locale]/(admin)/admin/audit/actions';
import { auditSearchPage } from '@/app/[locale]/(admin)/admin/audit/search-page';
import { SearchResults } from '@/app/ui/display/search-results';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { AUDIT_SORTS, readAudit } from '@/lib/data/audit/audit-reading';
import { AUDIT_GROUPS, actionsOf } from '@/lib/domain/access/audit';
import { sortOf, sortParam } from '@/lib/domain/sorting';
import { systemNow } from '@/lib/services/clock';
import { getPathname } from '@/lib/web/routes/navigation';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminAudit');

/**
 * Who did what in the service, for administrators, the newest first. Each look at the log adds a line to it.
 */
export default async function AuditPage({ searchParams }: PageProps<'/[locale]/admin/audit'>) {
  const actor = await requireStaff('administrator');
  const sort = sortOf(AUDIT_SORTS, (await searchParams).sort);
  const [t, list, locale] = [
    await getTranslations('adminAudit'),
    await getTranslations('pageLinks'),
    await getLocale(),
  ];
  const found = await readAudit(actor, { page: 1, sort }, systemNow());
  const lines = await auditSearchPage(found, sort ?? { by: 'at', descending: true });
  const words = {
    caption: t('caption'),
    headings: AUDIT_SORTS.map((name) => t(name)),
    empty: t('empty'),
    previous: list('previous'),
    next: list('next'),
  };
  const groups = AUDIT_GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }));
  const actions = AUDIT_GROUPS.map((group) => ({
    label: t(`groups.${group}`),
    options: actionsOf(group).map((value) => ({ value, label: t(`actions.${value}`) })),
  }));
  const outcomes = (['done', 'refused'] as const).map((value) => ({ value, label: t(`outcomes.${value}`) }));
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <p>{t('chain')}</p>
      <PageForm isSearch action={search}>
        <input type="hidden" name="locale" value={locale} />
        <TextField name="reference" label={t('reference')} hint={t('referenceHint')} width="medium" />
        <Select name="group" label={t('group')} placeholder={t('anyGroup')} options={groups} width="medium" />
        <Select name="action" label={t('exactAction')} placeholder={t('anyAction')} options={actions} />
        <Select
          name="outcome"
          label={t('result')}
          placeholder={t('anyResult')}
          options={outcomes}
          width="medium"
        />
        <TextField name="oneKeyId" label={t('oneKeyId')} hint={t('oneKeyIdHint')} width="medium" />
        <TextField name="from" label={t('from')} hint={t('dateHint')} width="medium" />
        <TextField name="until" label={t('until')} hint={t('dateHint')} width="medium" />
        <ButtonRow>
          <Button>{t('search')}</Button>
          <Button look="secondary" formAction="/api/admin/audit/csv" formMethod="post">
            {t('csv')}
          </Button>
        </ButtonRow>
        <p>{t('csvHint')}</p>
        <SearchResults
          initial={lines}
          words={words}
          sorting={{
            columns: AUDIT_SORTS,
            path: getPathname({ href: '/admin/audit', locale }),
            chosen: sort && sortParam(sort),
          }}
        />
      </PageForm>
    </>
  );
}
