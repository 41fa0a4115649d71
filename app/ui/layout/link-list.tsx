import type { ComponentProps, ReactNode } from 'react';
import { Link } from '@/lib/web/routes/navigation';

type Row = { href: ComponentProps<typeof Link>['href']; words: string };

const looks = {
  row: {
    list: 'flex flex-wrap gap-x-6',
    item: 'inline-flex min-h-11 cursor-pointer items-center text-link underline',
  },
  column: {
    list: '',
    item: 'flex min-h-11 w-full cursor-pointer items-center px-4 text-left text-link underline hover:bg-grey-5',
  },
};

/** Links side by side or one below the other; `end` adds a last entry of the same look, such as a button. */
export function LinkList({
  links,
  look = 'row',
  end,
}: {
  links: readonly Row[];
  look?: keyof typeof looks;
  end?: (look: string) => ReactNode;
}) {
  const { list, item } = looks[look];
  return (
    <ul className={list}>
      {links.map(({ href, words }) => (
        <li key={words}>
          <Link href={href} className={item}>
            {words}
          </Link>
        </li>
      ))}
      {end && <li>{end(item)}</li>}
    </ul>
  );
}
