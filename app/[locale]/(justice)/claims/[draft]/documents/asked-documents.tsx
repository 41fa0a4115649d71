import { getLocale, getTranslations } from 'next-intl/server';
import { type DraftDocument, isReady } from '@/lib/data/claim/documents/documents';
import { type DraftAnswers, partiesOf } from '@/lib/domain/claim/claim';
import type { AskedDocument } from '@/lib/domain/claim/document';
import { isUnderDisability, partyName } from '@/lib/domain/claim/party';

type Props = {
  answers: DraftAnswers;
  asked: readonly AskedDocument[];
  documents: readonly DraftDocument[];
};

/** The documents that the answers ask for, why, and which files they are: a list that fills. */
export async function AskedDocuments({ answers, asked, documents }: Props) {
  const [t, kinds, names] = await Promise.all([
    getTranslations('claim.documents'),
    getTranslations('documentKind'),
    namesOfGuarded(answers),
  ]);
  const ready = documents.filter(isReady);
  const filesOf = (kind: string) => ready.filter((one) => one.kind === kind);
  const needed = asked.filter(({ required }) => required);
  const counts = { here: needed.filter(({ kind }) => filesOf(kind).length > 0).length, all: needed.length };
  return (
    <section aria-labelledby="asked" className="mb-8 max-w-text">
      <h2 id="asked" className="text-2xl!">
        {t('checklist.title')}
      </h2>
      {asked.length > 1 && <p>{t('checklist.counts', counts)}</p>}
      <ul className="border-t border-line">
        {asked.map(({ kind, required }) => (
          <li key={kind} id={`file-${kind}`} tabIndex={-1} className="border-b border-line py-3">
            <p className="mb-1! font-semibold">
              {kinds(kind)} <span className="font-normal">({t(required ? 'required' : 'optional')})</span>
            </p>
            <p className="mb-1! text-muted wrap-anywhere">
              {asked.length > 1 && t(`checklist.reasons.${kind}`, { names })} {t(`hints.${kind}`)}
            </p>
            <FileWords names={filesOf(kind).map(({ name }) => name)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

async function FileWords({ names }: { names: readonly string[] }) {
  const t = await getTranslations('claim.documents');
  if (names.length === 0) return <p className="mb-0!">{t('askedMissing')}</p>;
  return (
    <p className="mb-0! text-success wrap-anywhere">
      <span aria-hidden="true">✓ </span>
      {t('askedFile', { name: names.join(', ') })}
    </p>
  );
}

/** The plaintiffs who act through somebody, in one phrase. */
async function namesOfGuarded(answers: DraftAnswers): Promise<string> {
  const [t, locale] = [await getTranslations('claim.documents.checklist'), await getLocale()];
  const names = partiesOf(answers, 'plaintiff').filter(isUnderDisability).map(partyName).filter(Boolean);
  return new Intl.ListFormat(`${locale}-CA`).format(names) || t('plaintiff');
}
