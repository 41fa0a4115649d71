import { getLocale, getTranslations } from 'next-intl/server';
import { dropPasskey } from '@/app/[locale]/(one-key)/two-step/actions';
import { Table } from '@/app/ui/display/table';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import type { PasskeyLine } from '@/lib/data/sign-in/second-steps';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatDate } from '@/lib/domain/court/dates';

type Props = { passkeys: PasskeyLine[]; mayRemove: boolean; next: string | undefined };

/** The passkeys with their names and last use, and the way to add a passkey. */
export async function PasskeysSection({ passkeys, mayRemove, next }: Props) {
  const [t, locale] = [await getTranslations('twoStep.passkeys'), await getLocale()];
  const on = (at: Date) => formatDate(courtDay(at), locale);
  const rows = passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
    key: id,
    cells: [
      name,
      on(createdAt),
      lastUsedAt ? on(lastUsedAt) : t('never'),
      ...(mayRemove ? [<Removal key="remove" id={id} name={name} />] : []),
    ],
  }));
  const headings = [t('name'), t('added'), t('lastUsed'), ...(mayRemove ? [t('change')] : [])];
  return (
    <section>
      <h2>{t('heading')}</h2>
      <p>{t('words')}</p>
      <Table caption={t('caption')} headings={headings} rows={rows} empty={t('none')} />
      <PlainButtonLink
        href={{ pathname: '/two-step/passkey', ...(next && { query: { next } }) }}
        look="secondary"
      >
        {t('add')}
      </PlainButtonLink>
    </section>
  );
}

async function Removal({ id, name }: { id: string; name: string }) {
  const t = await getTranslations('twoStep.passkeys');
  return (
    <PageForm action={dropPasskey}>
      <input type="hidden" name="passkey" value={id} />
      <Button look="danger">
        {t('remove')}
        <span className="sr-only"> {name}</span>
      </Button>
    </PageForm>
  );
}
