import type { ReactNode } from 'react';
import { type Href, Link } from '@/lib/web/navigation';

/** Leads from a row to all of it. Looking is recorded, so the browser must not look ahead of the person. */
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
