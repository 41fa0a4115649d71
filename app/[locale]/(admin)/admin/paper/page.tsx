import { getLocale, getTranslations } from 'next-intl/server';
import { enter } from '@/app/[locale]/(admin)/admin/paper/actions';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { ContactFields } from '@/app/[locale]/(justice)/contact-fields';
import { Alert } from '@/app/ui/display/alert';
import { Table } from '@/app/ui/display/table';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { findProfile } from '@/lib/data/account/profiles';
import { hasAccepted } from '@/lib/data/account/terms';
import { listPaperDrafts } from '@/lib/data/claim/paper/paper-drafts';
import { type Paper, timeOf } from '@/lib/domain/claim/draft/paper';
import { contactName } from '@/lib/domain/contact/contact';
import { splitFirstName } from '@/lib/domain/contact/person-name';
import { splitProvince } from '@/lib/domain/contact/postal-address';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatInstant } from '@/lib/domain/court/dates';
import { courtNow, systemNow } from '@/lib/services/clock';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminPaper');

type Drafts = Awaited<ReturnType<typeof listPaperDrafts>>;

/** A clerk begins a claim that was handed in on paper, changes how it was handed in, or goes on with one. */
export default async function PaperPage({ searchParams }: PageProps<'/[locale]/admin/paper'>) {
  const actor = await requireStaff();
  const [{ draft }, drafts] = [await searchParams, await listPaperDrafts(actor)];
  const t = await getTranslations('adminPaper');
  const isRegistered =
    (await hasAccepted(actor, 'justice', systemNow())) && (await findProfile(actor)) !== null;
  const changed = drafts.find(({ reference }) => reference === draft);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="max-w-text text-lg">{t('intro')}</p>
      {isRegistered ? (
        <Entry changed={changed} />
      ) : (
        <Alert look="warning" heading={t('registerFirst')}>
          <p>{t('registerWords')}</p>
          <ButtonLink href="/register/terms">{t('register')}</ButtonLink>
        </Alert>
      )}
      <Begun drafts={drafts} />
    </>
  );
}

const enteredOf = ({ contact, receivedAt, lateReason, accountEmail }: Paper) => ({
  ...splitFirstName(splitProvince(contact)),
  ...{ receivedOn: courtDay(new Date(receivedAt)), receivedTime: timeOf(new Date(receivedAt)) },
  ...{ lateReason, accountEmail },
});

async function Entry({ changed }: { changed: Drafts[number] | undefined }) {
  const [t, dates] = [await getTranslations('adminPaper'), await getTranslations('adminCalendar')];
  const initial = changed
    ? enteredOf(changed.paper)
    : { country: 'CA', province: 'ON', receivedOn: courtDay(courtNow()) };
  return (
    <PageForm action={enter} initial={initial}>
      {changed && <input type="hidden" name="draft" value={changed.reference} />}
      <h2>{t('received')}</h2>
      <TextField name="receivedOn" label={t('receivedOn')} hint={dates('dateHint')} width="medium" />
      <TextField name="receivedTime" label={t('receivedTime')} hint={t('timeHint')} width="short" />
      <TextField
        name="lateReason"
        label={t('lateReason')}
        hint={t('lateHint')}
        need="optional"
        width="full"
      />
      <h2>{t('person')}</h2>
      <ContactFields atCounter />
      <TextField
        name="accountEmail"
        label={t('accountEmail')}
        hint={t('accountHint')}
        need="optional"
        type="email"
      />
      <Button>{t(changed ? 'save' : 'goOn')}</Button>
    </PageForm>
  );
}

/** What this clerk began and has not submitted. */
async function Begun({ drafts }: { drafts: Drafts }) {
  const [t, locale] = [await getTranslations('adminPaper'), await getLocale()];
  const rows = drafts.map(({ reference, paper, updatedAt }) => ({
    key: reference,
    cells: [
      contactName(paper.contact),
      formatInstant(new Date(paper.receivedAt), locale),
      formatInstant(updatedAt, locale),
      <RowLink key="link" href={{ pathname: '/claims/[draft]', params: { draft: reference } }}>
        {t('open', { reference })}
      </RowLink>,
    ],
  }));
  const headings = (['by', 'receivedAt', 'changedAt', 'draft'] as const).map((name) => t(`cols.${name}`));
  return (
    <section aria-labelledby="begun" className="mt-10">
      <h2 id="begun">{t('begun')}</h2>
      <Table caption={t('begun')} headings={headings} rows={rows} empty={t('noneBegun')} headed />
    </section>
  );
}
