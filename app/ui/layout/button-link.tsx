import type { ComponentProps } from 'react';
import { buttonLook, type Look } from '@/app/ui/layout/button';
import { Link } from '@/lib/web/routes/link';

/**
 * A link that looks like a button, for a next page that is a step. It stands apart from the buttons, which the browser's
 * parts use as well: a link by its key needs the table of all paths and the language's library.
 */
export function ButtonLink({ look = 'primary', ...props }: { look?: Look } & ComponentProps<typeof Link>) {
  return <Link {...props} className={buttonLook(look)} />;
}
