/** The order of a list by one of its columns, as its address names it: `court`, or `-court` for the other way round. */
export type Sort<Column extends string = string> = { by: Column; descending: boolean };

/**
 * The order that was asked for.
 * @param columns those by which the list may be ordered; anything else is as if nothing was asked
 */
export function sortOf<Column extends string>(
  columns: readonly Column[],
  asked: unknown,
): Sort<Column> | undefined {
  if (typeof asked !== 'string') return undefined;
  const descending = asked.startsWith('-');
  const by = columns.find((column) => column === (descending ? asked.slice(1) : asked));
  return by && { by, descending };
}

/** An order as `sortOf` reads it. */
export const sortParam = ({ by, descending }: Sort): string => `${descending ? '-' : ''}${by}`;

/** The order that a list has by a column now, as `aria-sort` says it; undefined if by another. */
export function sortedBy(by: string, present: Sort | undefined): 'ascending' | 'descending' | undefined {
  if (present?.by !== by) return undefined;
  return present.descending ? 'descending' : 'ascending';
}

/** What a column's heading asks for: its order, or the other way round where the list has that order already. */
export const nextSort = <Column extends string>(by: Column, present: Sort | undefined): Sort<Column> => ({
  by,
  descending: present?.by === by && !present.descending,
});
