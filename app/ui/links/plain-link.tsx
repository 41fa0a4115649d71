import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { buttonLook, type Look } from '@/app/ui/layout/button';
import { getPathname, type Href } from '@/lib/web/routes/navigation';

type Props = Omit<ComponentProps<'a'>, 'href'> & { href: Href };

/**
 * A link by a key of the table of paths that the browser follows by itself: to pages that are answered from memory, and from
 * pages that everybody may see, which so go without the framework's script of links.
 */
export function PlainLink({ href, ...props }: Props) {
  return <a {...props} href={getPathname({ href, locale: useLocale() })} />;
}

/** The same with the look of a button. */
export function PlainButtonLink({ look = 'primary', ...props }: Props & { look?: Look }) {
  return <PlainLink {...props} className={buttonLook(look)} />;
}
