import { getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Table } from '@/app/ui/display/table';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { mailExamples } from '@/lib/mail/examples/examples';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminCatalogue');

/** Every message that the service writes, by kind and occasion, with its subject in both languages. */
export default async function CataloguePage() {
  await requireStaff();
  const [t, list] = [await getTranslations('adminCatalogue'), await getTranslations('adminEmails')];
  const rows = mailExamples.map(async ({ name, kind, variant, render }) => {
    const [english, french] = [await render('en'), await render('fr')];
    const words = list(`kinds.${kind}`);
    return {
      key: name,
      cells: [
        <RowLink
          key="kind"
          href={{ pathname: '/admin/emails/catalogue/[example]', params: { example: name } }}
        >
          {words}
          <span className="sr-only"> : {t(`variants.${variant}`)}</span>
        </RowLink>,
        t(`variants.${variant}`),
        <span key="en" lang="en">
          {english.subject}
        </span>,
        <span key="fr" lang="fr">
          {french.subject}
        </span>,
      ],
    };
  });
  const headings = (['kind', 'variant', 'english', 'french'] as const).map((name) => t(name));
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <Table caption={t('caption')} headings={headings} rows={await Promise.all(rows)} empty="" />
      <p className="mt-8">
        <ButtonLink href="/admin/emails" look="secondary">
          {t('back')}
        </ButtonLink>
      </p>
    </>
  );
}
