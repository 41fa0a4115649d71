import {
  type AskedDocument,
  CLAIM_KINDS,
  type ClaimKind,
  type DocumentKind,
  maySeveral,
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

type SortedFile = { id: string; kind: DocumentKind | null; reading: Pick<ClaimReading, 'kind'> | null };

/**
 * What is proposed for each file of which nobody said what it is, by their ids: what its text says, unless the draft has
 * that document; for the only file whose text says nothing, the only document that is still missing. A file that is not
 * in the result is proposed to be nothing.
 */
export function proposedKinds(
  files: readonly SortedFile[],
  asked: readonly AskedDocument[],
): Record<string, ClaimKind> {
  const taken = new Set<DocumentKind>(files.flatMap(({ kind }) => kind ?? []));
  const proposed: Record<string, ClaimKind> = {};
  const unsorted = files.filter(({ kind }) => kind === null);
  for (const { id, reading } of unsorted) {
    const kind = reading?.kind;
    if (!kind || (taken.has(kind) && !maySeveral(kind))) continue;
    taken.add(kind);
    proposed[id] = kind;
  }
  const [missing, ...others] = asked.filter(({ kind }) => !taken.has(kind));
  const [unread, ...more] = unsorted.filter(({ reading }) => !reading?.kind);
  if (missing && unread && others.length + more.length === 0) proposed[unread.id] = missing.kind;
  return proposed;
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
 * the documents, and no two the same unless there may be several of it.
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
    else if (!maySeveral(chosen) && Object.values(sorted.kinds).includes(chosen))
      sorted.errors[kindField(id)] = 'kindTwice';
    else sorted.kinds[id] = chosen;
  }
  return sorted;
}
