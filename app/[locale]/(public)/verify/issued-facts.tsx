import { getLocale, getTranslations } from 'next-intl/server';
import { SummaryList, type SummaryRow } from '@/app/ui/display/summary-list';
import type { IssuedFiling, PublicFiling } from '@/lib/data/register/verification';
import { numbered, placesOfKinds } from '@/lib/domain/claim/document';
import { GROUND_KIND } from '@/lib/domain/claim/later/later';
import { formatDate } from '@/lib/domain/court/dates';

/** A SHA-256. Its line may break anywhere. */
function Fingerprint({ children }: { children: string }) {
  return <code className="text-sm break-all">{children}</code>;
}

/**
 * The rows of the filing's facts. `checked`, the hash of the checked file, shows which of the filing's
 * documents it is.
 */
async function rowsOf(
  { event, fileNumber, court, documentType, issueOn, documents }: IssuedFiling,
  checked: string | undefined,
) {
  const [t, kinds, types, locale] = await Promise.all([
    getTranslations('verify.facts'),
    getTranslations('documentKind'),
    getTranslations('documentType'),
    getLocale(),
  ]);
  const places = placesOfKinds(documents.map(({ kind }) => kind));
  const fallback = event !== 'issued' ? documents.find(({ kind }) => kind !== GROUND_KIND) : undefined;
  const { kind: which = 'claim' } = documents.find(({ sha256 }) => sha256 === checked) ?? fallback ?? {};
  return [
    { label: t('fileNumber'), value: fileNumber },
    { label: t('court'), value: t('courtName', { court }) },
    { label: t('document'), value: which === 'claim' ? types(documentType) : kinds(which) },
    { label: t(event !== 'issued' ? 'filedOn' : 'issueOn'), value: formatDate(issueOn, locale) },
    ...documents.map(({ kind, sha256 }, at) => ({
      label: kind === 'claim' ? t('sealed') : t('sealedOf', { kind: numbered(kinds(kind), places[at]) }),
      value: <Fingerprint>{sha256}</Fingerprint>,
    })),
  ];
}

type Props = { issued: PublicFiling | null; sha256: string | undefined };

/** The facts of an issued filing that anyone may know, and the fingerprint of the file that was checked. */
export async function IssuedFacts({ issued, sha256 }: Props) {
  const t = await getTranslations('verify.facts');
  const yours: SummaryRow[] = sha256
    ? [{ label: t('yours'), value: <Fingerprint>{sha256}</Fingerprint> }]
    : [];
  const rows = [...(issued && !issued.isSealed ? await rowsOf(issued, sha256) : []), ...yours];
  return rows.length > 0 && <SummaryList rows={rows} />;
}
