import { getLocale, getTranslations } from 'next-intl/server';
import { remove } from '@/app/[locale]/(justice)/drafts/actions';
import { draftHref, missingWords } from '@/app/[locale]/(justice)/drafts/missing';
import { Titled } from '@/app/[locale]/(justice)/titled';
import { Table } from '@/app/ui/display/table';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { type Draft, listDrafts } from '@/lib/data/claim/drafts';
import type { UserActor } from '@/lib/domain/access/access';
import { DOCUMENT_TYPES, titleSoFar } from '@/lib/domain/claim/claim';
import { keptUntil } from '@/lib/domain/claim/draft/kept-until';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatShortDate, formatShortInstant } from '@/lib/domain/court/dates';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { courtOffices } from '@/lib/web/live/court-facts';
import { Link } from '@/lib/web/routes/link';

/** Deletes in two clicks: the first reveals the button. */
async function DeleteDraft({ reference }: { reference: string }) {
  const t = await getTranslations('drafts');
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center whitespace-nowrap text-link underline sm:min-h-0">
        {t('delete')}
        <span className="sr-only"> {reference}</span>
      </summary>
      <p>{t('deleteQuestion', { reference })}</p>
      <PageForm action={remove}>
        <input type="hidden" name="draft" value={reference} />
        <Button look="danger">{t('deleteYes')}</Button>
      </PageForm>
    </details>
  );
}

/** A link to the step where the person was. */
function Continue({ draft }: { draft: Draft }) {
  const { reference } = draft;
  return (
    <Link
      href={draftHref(draft)}
      className="inline-flex min-h-11 items-center whitespace-nowrap text-link underline sm:min-h-0"
    >
      {reference}
    </Link>
  );
}

/** When the draft was saved last, and until when it is kept. */
async function Saved({ draft }: { draft: Draft }) {
  const [t, locale] = [await getTranslations('drafts'), await getLocale()];
  const until = keptUntil(draft, env.DRAFT_DAYS, systemNow());
  return (
    <>
      <span className="block sm:whitespace-nowrap">{formatShortInstant(draft.updatedAt, locale)}</span>
      <span className="block text-muted sm:whitespace-nowrap">
        {t('keptUntil', { date: formatShortDate(courtDay(until), locale) })}
      </span>
    </>
  );
}

/** The person's drafts, the last changed first. */
export async function DraftsTable({ actor }: { actor: UserActor }) {
  const [t, documentType, documentKind] = [
    await getTranslations('drafts'),
    await getTranslations('documentType'),
    await getTranslations('documentKind'),
  ];
  const courts = new Map((await courtOffices()).map(({ id, municipality }) => [id, municipality]));
  const lines = (await listDrafts(actor)).map(async (draft) => {
    const { type, court } = draft.answers;
    const known = DOCUMENT_TYPES.find((one) => one === type?.documentType);
    return {
      key: draft.reference,
      cells: [
        <Continue key="continue" draft={draft} />,
        draft.laterKind ? documentKind(draft.laterKind) : known ? documentType(known) : t('unknown'),
        draft.filedIn ?? courts.get(court?.court ?? '') ?? t('unknown'),
        <Titled
          key="title"
          title={draft.courtTitle ?? (titleSoFar(draft.answers) || t('noParties'))}
          own={type?.ownNumber}
        />,
        await missingWords(draft),
        <Saved key="saved" draft={draft} />,
        <DeleteDraft key="delete" reference={draft.reference} />,
      ],
    };
  });
  const rows = await Promise.all(lines);
  const headings = ['reference', 'type', 'court', 'proceeding', 'progress', 'saved', 'options'] as const;
  return (
    <Table
      caption={t('caption')}
      headings={headings.map((name) => t(name))}
      rows={rows}
      empty={t.rich('empty', { account: (words) => <Link href="/account">{words}</Link> })}
      headed
    />
  );
}
