'use client';

import { usePathname } from 'next/navigation';

/**
 * The address at which a printed page stands: without query or fragment, and no path of ours holds anything personal.
 */
export function PrintedAddress({ origin }: { origin: string }) {
  return (
    <p className="mb-0! hidden text-right text-sm wrap-anywhere print:block" data-testid="printed-address">
      {origin}
      {usePathname()}
    </p>
  );
}
