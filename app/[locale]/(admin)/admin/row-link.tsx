import type { ReactNode } from 'react';
import { Link } from '@/lib/web/routes/link';
import type { Href } from '@/lib/web/routes/navigation';

/** Links a row to its own page. Opening that page is recorded, so the browser must not prefetch it. */
export function RowLink({ href, children }: { href: Href; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-11 items-center text-link underline sm:min-h-0 sm:min-w-28"
    >
      {children}
    </Link>
  );
}
