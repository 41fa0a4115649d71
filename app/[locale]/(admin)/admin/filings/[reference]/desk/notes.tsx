import { getLocale, getTranslations } from 'next-intl/server';
import { write } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/actions';
import { Table } from '@/app/ui/display/table';
import { TextArea } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { listNotes } from '@/lib/data/filing/desk/notes';
import type { UserActor } from '@/lib/domain/access/access';
import { formatShortInstant } from '@/lib/domain/court/dates';

/** What staff note for each other. Nothing of it can be changed, and no filer sees it. */
export async function Notes({ actor, reference }: { actor: UserActor; reference: string }) {
  const [t, locale, notes] = [
    await getTranslations('adminDesk'),
    await getLocale(),
    await listNotes(actor, reference),
  ];
  const rows = notes.map(({ entry, text, oneKeyId, writtenAt }) => ({
    key: String(entry),
    cells: [text, oneKeyId, formatShortInstant(writtenAt, locale)],
  }));
  const headings = [t('note'), t('writtenBy'), t('writtenAt')];
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('notes')}</h2>
      <Table caption={t('notes')} headings={headings} rows={rows} empty={t('noNotes')} headed />
      <PageForm action={write} doneMessage={t('noteAdded')}>
        <input type="hidden" name="reference" value={reference} />
        <TextArea name="note" label={t('newNote')} hint={t('noteHint')} />
        <Button look="secondary">{t('addNote')}</Button>
      </PageForm>
    </section>
  );
}
