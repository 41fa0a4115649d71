import { getLocale, getTranslations } from 'next-intl/server';
import { courtNotices, courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import type { PartyStep } from '@/app/[locale]/(justice)/claims/[draft]/party-words';
import { addressLines, partyLines } from '@/app/[locale]/(justice)/claims/[draft]/review/party-lines';
import { partyHref, stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { Alert } from '@/app/ui/alert';
import { SummaryList } from '@/app/ui/summary-list';
import type { DraftDocument } from '@/lib/data/documents';
import { formatSize } from '@/lib/domain/amounts';
import { asFiled, type DraftAnswers, partiesOf, type Step } from '@/lib/domain/claim';
import { type Contact, contactName } from '@/lib/domain/contact';
import type { Court } from '@/lib/domain/court';
import type { AskedDocument } from '@/lib/domain/document';
import { roleOf } from '@/lib/web/draft-forms';
import { Link } from '@/lib/web/navigation';

type Answered = { draft: string; answers: DraftAnswers };

/** The answers of the first steps, and what to know of the court that was chosen. */
export async function AnswersSummary({ draft, answers, court }: Answered & { court: Court | undefined }) {
  const [t, common, locale] = [
    await getTranslations('claim'),
    await getTranslations('common'),
    await getLocale(),
  ];
  const courtWords = await getTranslations('claim.court');
  // What was typed may be anything: only an answer that was offered has words.
  const answer = async (namespace: string, typed: string | undefined) => {
    const words = await getTranslations(namespace);
    return typed && words.has(typed) ? words(typed) : t('review.notGiven');
  };
  const { type, nature, procedure, language } = answers;
  const rows: [string, Step, string][] = [
    [t('type.title'), 'type', await answer('documentType', type?.documentType)],
    [t('court.title'), 'court', court ? courtPlace(courtWords, court, locale) : t('review.notGiven')],
    [t('nature.title'), 'nature', await answer('nature', nature?.nature)],
    [t('procedure.title'), 'procedure', await answer('claim.procedure.procedures', procedure?.procedure)],
    [t('procedure.class'), 'procedure', await answer('claim.procedure.classes', procedure?.classProceeding)],
    [t('language.title'), 'language', await answer('claim.language.languages', language?.language)],
  ];
  return (
    <>
      <SummaryList
        rows={rows.map(([label, step, value]) => ({
          label,
          value,
          change: { href: stepHref(draft, step, 'review'), word: common('change') },
        }))}
      />
      {court &&
        courtNotices(courtWords, court, locale).map((notice) => (
          <Alert key={notice}>
            <p>{notice}</p>
          </Alert>
        ))}
    </>
  );
}

/** The plaintiffs or the defendants, each with their own Change link. */
export async function PartiesSummary({ draft, answers, step }: Answered & { step: PartyStep }) {
  const [t, common] = [await getTranslations('claim'), await getTranslations('common')];
  const parties = partiesOf(answers, roleOf(step));
  const values = await Promise.all(parties.map((party) => partyLines(asFiled(party))));
  return (
    <>
      <h2>{t(`${step}.title`)}</h2>
      {parties.length === 0 && <p>{t(`${step}.none`)}</p>}
      <SummaryList
        rows={parties.map((party, index) => ({
          label: t(`${step}.numbered`, { n: index + 1 }),
          value: values[index],
          change: { href: partyHref(draft, step, party.id, 'review'), word: common('change') },
        }))}
      />
      <p>
        <Link href={stepHref(draft, step, 'review')}>{t(`${step}.changeAll`)}</Link>
      </p>
    </>
  );
}

type Uploads = { draft: string; asked: readonly AskedDocument[]; ready: readonly DraftDocument[] };

/** The documents that go with the claim. */
export async function DocumentsSummary({ draft, asked, ready }: Uploads) {
  const [t, kinds, common, locale] = await Promise.all([
    getTranslations('claim'),
    getTranslations('documentKind'),
    getTranslations('common'),
    getLocale(),
  ]);
  const words = ({ kind, required }: AskedDocument) => {
    const document = ready.find((one) => one.kind === kind);
    if (!document) return t(required ? 'review.noFile' : 'review.noFileOptional');
    const { name, size, pages } = document;
    return t('review.fileWithPages', { name, size: formatSize(size, locale), pages: pages ?? 0 });
  };
  return (
    <>
      <h2>{t('documents.title')}</h2>
      <SummaryList
        rows={asked.map((document) => ({
          label: kinds(document.kind),
          value: words(document),
          change: { href: stepHref(draft, 'documents', 'review'), word: common('change') },
        }))}
      />
    </>
  );
}

/** The contact information that the filing will keep as it stands at that moment. */
export async function ContactSummary({ contact }: { contact: Contact }) {
  const [t, common] = [await getTranslations('claim.review'), await getTranslations('common')];
  const change = { href: '/contact-information', word: common('change') } as const;
  const phone = contact.extension ? `${contact.phone} x${contact.extension}` : contact.phone;
  const name = [contactName(contact), contact.firm].filter(Boolean).join('\n');
  return (
    <>
      <h2>{t('contact')}</h2>
      <SummaryList
        rows={[
          { label: t('contactName'), value: name, change },
          { label: t('contactAddress'), value: (await addressLines(contact)).join('\n'), change },
          { label: t('contactPhone'), value: phone, change },
          { label: t('contactEmail'), value: contact.email, change },
        ]}
      />
    </>
  );
}
