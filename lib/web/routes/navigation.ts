import { createNavigation } from 'next-intl/navigation';
import { routing } from '@/lib/web/routes/routing';

/** Links and redirects by the keys of the table of paths. */
export const { Link, redirect, getPathname, usePathname } = createNavigation(routing);

/** A page of this site, by its key in the table of paths and its parameters. */
export type Href = Parameters<typeof redirect>[0]['href'];
