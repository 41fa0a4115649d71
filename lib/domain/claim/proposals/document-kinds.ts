import {
  type AskedDocument,
  CLAIM_KINDS,
  type ClaimKind,
  type DocumentKind,
} from '@/lib/domain/claim/document';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { type FieldErrors, isOneOf } from '@/lib/domain/text';

/**
 * Which of the documents a file seems to be: what its text says, or the only one that is asked for. Null where neither
 * tells: then the person is asked.
 */
export function proposedKind(
  reading: Pick<ClaimReading, 'kind'> | null,
  asked: readonly AskedDocument[],
): ClaimKind | null {
  if (reading?.kind) return reading.kind;
  const [only, ...others] = asked;
  return only && others.length === 0 ? only.kind : null;
}

/** The kinds that a file can be chosen to be: those asked for, and the one that it is or seems to be. */
export function kindChoices(
  asked: readonly AskedDocument[],
  { kind, reading }: { kind: DocumentKind | null; reading: Pick<ClaimReading, 'kind'> | null },
): ClaimKind[] {
  const all = [...asked.map((one) => one.kind), kind, reading?.kind ?? null];
  return CLAIM_KINDS.filter((known) => all.includes(known));
}

/** The field by which a person says which document a file is. */
export const kindField = (id: string) => `kind-${id}`;

type Sorted = { kinds: Record<string, ClaimKind>; errors: FieldErrors };

/**
 * Which document each file is, as a person chose; a file without a choice stays what it is. Each file must be one of
 * the documents, and no two the same.
 * @param files accepted files by their ids
 * @param values of the form, by the names of its fields
 */
export function sortFiles(
  files: readonly { id: string; kind: DocumentKind | null }[],
  values: Record<string, string>,
): Sorted {
  const sorted: Sorted = { kinds: {}, errors: {} };
  for (const { id, kind } of files) {
    const chosen = values[kindField(id)] ?? kind;
    if (!isOneOf(CLAIM_KINDS, chosen)) sorted.errors[kindField(id)] = 'chooseKind';
    else if (Object.values(sorted.kinds).includes(chosen)) sorted.errors[kindField(id)] = 'kindTwice';
    else sorted.kinds[id] = chosen;
  }
  return sorted;
}
