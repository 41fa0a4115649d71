import { getLocale, getTranslations } from 'next-intl/server';
import { SummaryList, type SummaryRow } from '@/app/ui/summary-list';
import type { IssuedFiling } from '@/lib/data/verification';
import { formatDate } from '@/lib/domain/dates';

/** A SHA-256, which may break anywhere. */
function Fingerprint({ children }: { children: string }) {
  return <code className="text-sm break-all">{children}</code>;
}

/** `checked` is the hash of the file that was checked: it says which of the filing's documents that is. */
async function rowsOf(
  { fileNumber, court, documentType, issueOn, documents }: IssuedFiling,
  checked: string | undefined,
) {
  const [t, kinds, types, locale] = await Promise.all([
    getTranslations('verify.facts'),
    getTranslations('documentKind'),
    getTranslations('documentType'),
    getLocale(),
  ]);
  const { kind: which = 'claim' } = documents.find(({ sha256 }) => sha256 === checked) ?? {};
  return [
    { label: t('fileNumber'), value: fileNumber },
    { label: t('court'), value: t('courtName', { court }) },
    { label: t('document'), value: which === 'claim' ? types(documentType) : kinds(which) },
    { label: t('issueOn'), value: formatDate(issueOn, locale) },
    ...documents.map(({ kind, sha256 }) => ({
      label: kind === 'claim' ? t('sealed') : t('sealedOf', { kind: kinds(kind) }),
      value: <Fingerprint>{sha256}</Fingerprint>,
    })),
  ];
}

/** What the register tells anyone of an issued filing, and the fingerprint of the file that was checked. */
export async function IssuedFacts({ issued, sha256 }: { issued: IssuedFiling | null; sha256?: string }) {
  const t = await getTranslations('verify.facts');
  const yours: SummaryRow[] = sha256
    ? [{ label: t('yours'), value: <Fingerprint>{sha256}</Fingerprint> }]
    : [];
  const rows = [...(issued ? await rowsOf(issued, sha256) : []), ...yours];
  return rows.length > 0 && <SummaryList rows={rows} />;
}
