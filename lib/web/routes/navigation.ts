import NextLink from 'next/link';
import { useLocale } from 'next-intl';
import { createNavigation } from 'next-intl/navigation';
import { type ComponentProps, createElement } from 'react';
import type { Locale } from '@/lib/web/routes/paths';
import { routing } from '@/lib/web/routes/routing';

// Without effects: what the browser needs of a file that has a link in it is not this.
const navigation = /* #__PURE__ */ createNavigation(routing);

/** Redirects and addresses by the keys of the table of paths. */
export const redirect = navigation.redirect;
export const getPathname = navigation.getPathname;

/** A page of this site, by its key in the table of paths and its parameters. */
export type Href = Parameters<typeof redirect>[0]['href'];

type Props = Omit<ComponentProps<typeof NextLink>, 'href' | 'locale'> & { href: Href; locale?: Locale };

function LinkByKey({ href, locale, ...props }: Props) {
  const current = useLocale();
  const path = getPathname({ href, locale: locale ?? current });
  return createElement(NextLink, { prefetch: false, ...props, href: path });
}

/**
 * A link by a key of the table of paths, for what the server renders. What it leads to is asked for once somebody follows it:
 * asked for before, every page would cost the server as many more as it has links.
 */
export const Link = LinkByKey as unknown as typeof navigation.Link;
