import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '@/app/ui/display/line-icon';
import type { sortedBy } from '@/lib/domain/sorting';

/** The heading of a column by which a list can be ordered. */
export type SortHeading = {
  words: string;
  /** The order that the list has by this column now. */
  sorted?: ReturnType<typeof sortedBy>;
} & (
  | {
      /** Where the list stands in the order of this column. */
      href: string;
    }
  | {
      /** What the form around the list sends as `sort`, which keeps what was searched for. */
      value: string;
    }
);

const arrows = { ascending: ArrowUp, descending: ArrowDown };
const look =
  'inline-flex min-h-11 cursor-pointer items-center gap-1 text-left font-semibold text-link underline sm:min-h-0';

/** A plain link, or a button of the form, so that it works without scripts. The direction stands in `aria-sort`. */
export function SortControl({ heading }: { heading: SortHeading }): ReactNode {
  const arrow = heading.sorted ? arrows[heading.sorted] : ArrowUpDown;
  const shown = (
    <>
      {heading.words}
      <Icon of={arrow} size={16} className="shrink-0 print:hidden" />
    </>
  );
  if ('href' in heading)
    return (
      <a href={heading.href} className={look}>
        {shown}
      </a>
    );
  return (
    <button type="submit" name="sort" value={heading.value} className={look}>
      {shown}
    </button>
  );
}
