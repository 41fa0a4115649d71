import { getLocale, getTranslations } from 'next-intl/server';
import { courtNotices, courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import { naturesToday } from '@/app/[locale]/(justice)/claims/[draft]/nature/natures';
import { partyHref, stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { partyLines, postalAddressLines } from '@/app/[locale]/(justice)/party-lines';
import { Alert } from '@/app/ui/display/alert';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { DraftDocument } from '@/lib/data/claim/documents/documents';
import { formatSize } from '@/lib/domain/claim/amounts';
import {
  asFiled,
  DOCUMENT_TYPES,
  type DraftAnswers,
  LANGUAGES,
  type PartyStep,
  PROCEDURES,
  partiesOf,
  roleOf,
  type Step,
} from '@/lib/domain/claim/claim';
import type { AskedDocument } from '@/lib/domain/claim/document';
import { type Contact, contactName } from '@/lib/domain/contact/contact';
import type { Court } from '@/lib/domain/court/court';
import { isOneOf } from '@/lib/domain/text';
import { Link } from '@/lib/web/routes/link';
import type { Href } from '@/lib/web/routes/navigation';

type Answered = { draft: string; answers: DraftAnswers };

/** The answers of the first steps, and the facts about the chosen court. */
export async function AnswersSummary({ draft, answers, court }: Answered & { court: Court | undefined }) {
  const [t, common, locale] = [
    await getTranslations('claim'),
    await getTranslations('common'),
    await getLocale(),
  ];
  const courtWords = await getTranslations('claim.court');
  // A draft's answer may be any text, and only the offered answers have messages.
  const [types, natures] = [await getTranslations('documentType'), await naturesToday()];
  const answer = <Offered extends string>(
    offered: readonly Offered[],
    value: string | undefined,
    words: (answer: Offered) => string,
  ) => (isOneOf(offered, value) ? words(value) : t('review.notGiven'));
  const { type, nature, procedure, language } = answers;
  const rows: [string, Step, string][] = [
    [t('type.title'), 'type', answer(DOCUMENT_TYPES, type?.documentType, types)],
    [t('court.title'), 'court', court ? courtPlace(courtWords, court, locale) : t('review.notGiven')],
    [t('nature.title'), 'nature', natures.wordsOf(nature?.nature ?? '') ?? t('review.notGiven')],
    [
      t('procedure.title'),
      'procedure',
      answer(PROCEDURES, procedure?.procedure, (one) => t(`procedure.procedures.${one}`)),
    ],
    [
      t('procedure.class'),
      'procedure',
      answer(['yes', 'no'], procedure?.classProceeding, (one) => t(`procedure.classes.${one}`)),
    ],
    [
      t('language.title'),
      'language',
      answer(LANGUAGES, language?.language, (one) => t(`language.languages.${one}`)),
    ],
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
    const files = ready.filter((one) => one.kind === kind);
    if (files.length === 0) return t(required ? 'review.noFile' : 'review.noFileOptional');
    return files
      .map(({ name, size, pages }) =>
        t('review.fileWithPages', { name, size: formatSize(size, locale), pages: pages ?? 0 }),
      )
      .join('\n');
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

/** The contact information that the filing will keep unchanged. */
export async function ContactSummary({
  contact,
  copies,
  change: href,
}: {
  contact: Contact;
  copies: readonly string[];
  /** Where it is changed. */
  change: Href;
}) {
  const [t, common] = [await getTranslations('claim.review'), await getTranslations('common')];
  const change = { href, word: common('change') };
  const phone = contact.extension ? `${contact.phone} x${contact.extension}` : contact.phone;
  const name = [contactName(contact), contact.firm].filter(Boolean).join('\n');
  return (
    <>
      <h2>{t('contact')}</h2>
      <SummaryList
        rows={[
          { label: t('contactName'), value: name, change },
          { label: t('contactAddress'), value: (await postalAddressLines(contact)).join('\n'), change },
          { label: t('contactPhone'), value: phone, change },
          { label: t('contactEmail'), value: contact.email, change },
          ...(copies.length > 0 ? [{ label: t('contactCopies'), value: copies.join('\n'), change }] : []),
        ]}
      />
    </>
  );
}
