import { createNavigation } from 'next-intl/navigation';
import { routing } from '@/lib/web/routing';

/** Links and redirects by the keys of the address table. */
export const { Link, redirect, getPathname, usePathname } = createNavigation(routing);

/** A page of ours, by its key in the address table and its parameters. */
export type Href = Parameters<typeof redirect>[0]['href'];
