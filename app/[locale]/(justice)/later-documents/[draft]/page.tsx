import { getLocale, getTranslations } from 'next-intl/server';
import { leave } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { DocumentSection } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-section';
import { claimHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { SpaceAlert } from '@/app/[locale]/(justice)/drafts/space-alert';
import { IssuingStopped } from '@/app/[locale]/(justice)/issuing-stopped';
import { type LaterPromise, Submission } from '@/app/[locale]/(justice)/later-documents/[draft]/submission';
import { TimeLeft } from '@/app/[locale]/(justice)/transactions/[reference]/court-file/time-left';
import { courtLinesToday } from '@/app/[locale]/(justice)/transactions/court-today';
import { RestrictionNotice } from '@/app/[locale]/(justice)/transactions/restriction-notice';
import { UnconfirmedContact } from '@/app/[locale]/(justice)/unconfirmed-contact';
import { SummaryList } from '@/app/ui/display/summary-list';
import { pageTitle } from '@/app/ui/layout/page-title';
import { NotFound } from '@/lib/data/access/errors';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { getDraft } from '@/lib/data/claim/drafts';
import { getLater, type Later } from '@/lib/data/claim/later/later-drafts';
import { getCalendarOf } from '@/lib/data/court/calendar';
import type { UserActor } from '@/lib/domain/access/access';
import { certifiedContentHash } from '@/lib/domain/claim/certified-content';
import { GROUND_KIND } from '@/lib/domain/claim/later/later';
import { issueOn } from '@/lib/domain/court/calendar';
import { filedKinds } from '@/lib/domain/filing/deadline';
import { isOneOf } from '@/lib/domain/text';
import { courtNow } from '@/lib/services/clock';
import { Link } from '@/lib/web/routes/link';
import { redirect } from '@/lib/web/routes/navigation';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('later');

/** A document that is filed into the court file of an issued claim: its PDF, its date, and Submit, on one page. */
export default async function LaterDocumentPage({
  params,
  searchParams,
}: PageProps<'/[locale]/later-documents/[draft]'>) {
  const [{ draft: reference }, query] = await Promise.all([params, searchParams]);
  const { actor, profile } = await requireProfile();
  const later = await open(actor, reference);
  const { kind, opening, draft } = later;
  const t = await getTranslations('later');
  const promise = await promiseOf(later);
  const { kinds } = promise;
  const documents = (await listDocuments(actor, reference)).filter((one) => isOneOf(kinds, one.kind));
  const ready = documents.filter(({ state }) => state === 'ready');
  const missing = kinds.find((asked) => !ready.some((document) => document.kind === asked));
  const { contact } = profile;
  const seen = { answers: draft.answers, contact, documents: ready };
  return (
    <>
      <h1>{t(`headings.${kind}`)}</h1>
      <RestrictionNotice restrictions={opening.restrictions} />
      <p className="max-w-text">{t('known')}</p>
      <CourtFileFacts later={later} />
      {kind === 'statement-of-claim' && <TimeLeft issuedOn={opening.issueOn} office={opening.courtId} />}
      <SpaceAlert actor={actor} />
      {kinds.map((asked) => (
        <DocumentSection
          key={asked}
          draft={reference}
          page="later"
          asked={{ kind: asked, required: true }}
          documents={documents.filter((document) => document.kind === asked)}
          refused={query.kind === asked ? query.refused : undefined}
        />
      ))}
      {missing && <p>{t(missing === GROUND_KIND ? 'noGround' : 'noPdf')}</p>}
      <UnconfirmedContact actor={actor} />
      <IssuingStopped />
      {!missing && (
        <Submission
          later={later}
          promise={promise}
          email={contact.email}
          seen={certifiedContentHash(seen)}
          changed={query.changed}
        />
      )}
      <p className="mt-6">
        <Link href={{ pathname: '/transactions/[reference]', params: { reference: opening.reference } }}>
          {t('back')}
        </Link>
      </p>
    </>
  );
}

/** The date that the document would bear now, and what is filed with that date. */
async function promiseOf({ kind, opening }: Later): Promise<LaterPromise> {
  const calendar = await getCalendarOf(opening.courtId);
  const on = issueOn(courtNow(), calendar);
  return { on, ...filedKinds(kind, { issuedOn: opening.issueOn, on, calendar }) };
}

/** Once it is submitted, its page leads to the confirmation. The draft of a claim has pages of its own. */
async function open(actor: UserActor, reference: string): Promise<Later> {
  return getLater(actor, reference).catch(async (error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    const draft = await getDraft(actor, reference).catch(() => null);
    const isClaim = draft && !draft.laterKind;
    if (isClaim) return redirect({ href: claimHref(reference), locale: await getLocale() });
    return leave(actor, reference, error);
  });
}

async function CourtFileFacts({ later: { opening } }: { later: Later }) {
  const t = await getTranslations('transaction');
  const rows = [
    { label: t('fileNumber'), value: opening.fileNumber },
    { label: t('proceeding'), value: opening.title },
    ...(opening.ownNumber ? [{ label: t('ownNumber'), value: opening.ownNumber }] : []),
    { label: t('court'), value: await courtLinesToday(opening.courtId) },
  ];
  return <SummaryList rows={rows} />;
}
