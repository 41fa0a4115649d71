import { getTranslations } from 'next-intl/server';
import { Select } from '@/app/ui/form/select';
import type { DraftDocument } from '@/lib/data/claim/documents/documents';
import type { AskedDocument } from '@/lib/domain/claim/document';
import { kindChoices, kindField, proposedKinds } from '@/lib/domain/claim/proposals/document-kinds';

type Props = { asked: readonly AskedDocument[]; documents: readonly DraftDocument[] };

/** Whether there is something to choose: a file that could be another document, or that is none yet. */
function isOpen(asked: Props['asked'], document: DraftDocument): boolean {
  return document.kind === null || kindChoices(asked, document).length > 1;
}

/** Which document each accepted file is: proposed from its text, and chosen by the person. */
export async function DocumentKinds({ asked, documents }: Props) {
  const [t, kinds] = await Promise.all([getTranslations('claim.documents'), getTranslations('documentKind')]);
  const open = documents.filter((document) => isOpen(asked, document));
  if (open.length === 0) return null;
  const proposed = proposedKinds(documents, asked);
  const isAsked = (kind: string) => asked.some((one) => one.kind === kind);
  const wordsOf = (kind: AskedDocument['kind']) =>
    isAsked(kind) ? kinds(kind) : t('notAsked', { kind: kinds(kind) });
  const hintOf = ({ id, kind, reading }: DraftDocument) => {
    if (!reading?.kind) return t('kindNotRead');
    return kind || proposed[id] ? t('kindRead') : t('kindTaken', { kind: kinds(reading.kind) });
  };
  return (
    <fieldset className="max-w-text">
      <legend className="mb-2 font-heading text-2xl font-bold">{t('kindsHeading')}</legend>
      <p>{t('kindsIntro')}</p>
      {open.map((document) => (
        <Select
          key={document.id}
          name={kindField(document.id)}
          label={<span className="wrap-anywhere">{document.name}</span>}
          hint={hintOf(document)}
          placeholder={t('kindChoose')}
          initial={document.kind ?? proposed[document.id] ?? ''}
          width="full"
          options={kindChoices(asked, document).map((kind) => ({ value: kind, label: wordsOf(kind) }))}
        />
      ))}
    </fieldset>
  );
}
