'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A menu that opens without JavaScript, and closes when another page opens. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details key={usePathname()} className="relative">
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold">{label}</summary>
      <nav
        aria-label={label}
        className="absolute right-0 z-10 w-64 border border-grey-40 bg-white py-1 shadow"
      >
        {children}
      </nav>
    </details>
  );
}
