import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { NavList } from '@/app/ui/layout/nav-list';
import { getPathname, type Href } from '@/lib/web/routes/navigation';

type Props = Omit<ComponentProps<typeof NavList>, 'links'> & {
  links: readonly { href: Href; words: string }[];
};

/** The pages of a service, by their keys. */
export function Nav({ links, ...props }: Props) {
  const locale = useLocale();
  const rows = links.map(({ href, words }) => ({ href: getPathname({ href, locale }), words }));
  return <NavList {...props} links={rows} />;
}
