import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { NavList } from '@/app/ui/layout/nav-list';
import { getPathname, type Href } from '@/lib/web/routes/navigation';

type Props = {
  label: string;
  links: readonly { href: Href; words: string }[];
  /** A last entry of the same look, such as the button that ends the session. */
  end?: ReactNode;
};

/** The pages of a service, by their keys. */
export function Nav({ links, ...props }: Props) {
  const locale = useLocale();
  const rows = links.map(({ href, words }) => ({ href: getPathname({ href, locale }), words }));
  return <NavList {...props} links={rows} />;
}
