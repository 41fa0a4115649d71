import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { MessageFrame } from '@/app/[locale]/(admin)/admin/emails/message-frame';
import { SummaryList } from '@/app/ui/display/summary-list';
import { ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { findMailExample } from '@/lib/mail/examples/examples';
import { Link } from '@/lib/web/routes/link';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminCatalogue.one');

/** One message with example data: its subject, as its reader sees it, and as plain text, in the page's language. */
export default async function ExamplePage({
  params,
}: PageProps<'/[locale]/admin/emails/catalogue/[example]'>) {
  await requireStaff();
  const example = findMailExample((await params).example);
  if (!example) notFound();
  const [t, list, locale] = [
    await getTranslations('adminCatalogue'),
    await getTranslations('adminEmails'),
    await getLocale(),
  ];
  const other = locale === 'en' ? 'fr' : 'en';
  const { subject, text } = await example.render(locale);
  const rows = [
    { label: t('kind'), value: list(`kinds.${example.kind}`) },
    { label: t('variant'), value: t(`variants.${example.variant}`) },
    { label: t('subject'), value: subject },
  ];
  const href = {
    pathname: '/admin/emails/catalogue/[example]',
    params: { example: example.name },
  } as const;
  return (
    <>
      <h1>{t('one.title')}</h1>
      <SummaryList rows={rows} />
      <p>
        <Link href={href} locale={other} lang={other}>
          {t('inOther')}
        </Link>
      </p>
      <h2>{t('frame')}</h2>
      <MessageFrame src={`/api/admin/email-catalogue/${example.name}?locale=${locale}`} title={t('frame')} />
      <h2>{t('text')}</h2>
      <div className="max-w-text rounded border border-line bg-quiet p-4 whitespace-pre-line">{text}</div>
      <ButtonRow>
        <ButtonLink href="/admin/emails/catalogue" look="secondary">
          {t('toCatalogue')}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
