import NextLink from 'next/link';
import { useLocale } from 'next-intl';
import { type ComponentProps, createElement } from 'react';
import { getPathname, type Href } from '@/lib/web/routes/navigation';
import type { Locale } from '@/lib/web/routes/paths';

type Props = Omit<ComponentProps<typeof NextLink>, 'href' | 'locale'> & { href: Href; locale?: Locale };

/**
 * A link by a key of the table of paths, for what the server renders behind a sign-in. What it leads to is asked for once
 * somebody follows it: asked for before, every page would cost the server as many more as it has links. Pages for everybody
 * have app/ui/links/plain-link.tsx, which needs no scripts.
 */
export function Link({ href, locale, ...props }: Props) {
  const current = useLocale();
  const path = getPathname({ href, locale: locale ?? current });
  return createElement(NextLink, { prefetch: false, ...props, href: path });
}
