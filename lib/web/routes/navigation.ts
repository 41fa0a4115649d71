import { createNavigation } from 'next-intl/navigation';
import { type ComponentProps, createElement } from 'react';
import { routing } from '@/lib/web/routes/routing';

const navigation = createNavigation(routing);

/** Redirects and addresses by the keys of the table of paths. */
export const { redirect, getPathname, usePathname } = navigation;

/** A page of this site, by its key in the table of paths and its parameters. */
export type Href = Parameters<typeof redirect>[0]['href'];

const onceFollowed = (props: ComponentProps<typeof navigation.Link>) =>
  createElement(navigation.Link, { prefetch: false, ...props });

/**
 * A link by a key of the table of paths. What it leads to is asked for once somebody follows it: asked for before, every page
 * would cost the server as many more as it has links.
 */
export const Link = onceFollowed as typeof navigation.Link;
