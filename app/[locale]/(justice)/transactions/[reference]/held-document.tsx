import { getTranslations } from 'next-intl/server';
import type { FiledDocument } from '@/lib/data/filings';

/** Which document is held up. */
export async function HeldDocument({ document: { kind, name } }: { document: FiledDocument }) {
  const [t, kinds] = [await getTranslations('hold'), await getTranslations('documentKind')];
  return <p className="wrap-anywhere">{t('heldDocument', { kind: kinds(kind), name })}</p>;
}
