import { getLocale, getTranslations } from 'next-intl/server';
import type { DraftDocument } from '@/lib/data/claim/documents';
import { type DraftAnswers, partiesOf } from '@/lib/domain/claim/claim';
import { documentsFor } from '@/lib/domain/claim/document';
import { isUnderDisability, partyName } from '@/lib/domain/claim/party';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';

type Props = { answers: DraftAnswers; documents: readonly DraftDocument[] };

/** The documents that the answers ask for, why, and which of them are here. A claim alone needs no list. */
export async function DocumentChecklist({ answers, documents }: Props) {
  const [t, kinds, locale] = [
    await getTranslations('claim.documents.checklist'),
    await getTranslations('documentKind'),
    await getLocale(),
  ];
  const asked = documentsFor(answers, courtDay(courtNow()));
  if (asked.length < 2) return null;
  const isHere = (kind: string) => documents.some((one) => one.kind === kind && one.state === 'ready');
  const needed = asked.filter(({ required }) => required);
  const guarded = partiesOf(answers, 'plaintiff').filter(isUnderDisability).map(partyName).filter(Boolean);
  const names = new Intl.ListFormat(`${locale}-CA`).format(guarded) || t('plaintiff');
  const counts = { here: needed.filter(({ kind }) => isHere(kind)).length, all: needed.length };
  return (
    <section aria-labelledby="checklist" className="mb-8 max-w-text">
      <h2 id="checklist" className="text-2xl!">
        {t('title')}
      </h2>
      <p>{t('counts', counts)}</p>
      <ul className="border-t border-grey-20">
        {asked.map(({ kind, required }) => (
          <li key={kind} className="border-b border-grey-20 py-2">
            <div className="flex flex-wrap justify-between gap-x-4">
              <span className="font-semibold">{kinds(kind)}</span>
              <span className={isHere(kind) ? 'text-success' : undefined}>
                {isHere(kind) && <span aria-hidden="true">✓ </span>}
                {t(isHere(kind) ? 'here' : required ? 'needed' : 'optional')}
              </span>
            </div>
            <p className="mb-0! text-grey-70 wrap-anywhere">{t(`reasons.${kind}`, { names })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
