import { getTranslations } from 'next-intl/server';
import type { FiledDocument } from '@/lib/data/filing/filings';

/** The document that causes the hold. */
export async function HeldDocument({ document: { kind, name } }: { document: FiledDocument }) {
  const [t, kinds] = [await getTranslations('hold'), await getTranslations('documentKind')];
  return <p className="wrap-anywhere">{t('heldDocument', { kind: kinds(kind), name })}</p>;
}
