import type { ReactNode } from 'react';
import { DatePromise } from '@/app/[locale]/date-promise';

/** A page of a claim, and beside it the date that the claim would bear if it were submitted now. */
export function WithPromise({ children }: { children: ReactNode }) {
  return (
    <div className="md:grid md:grid-cols-[minmax(0,1fr)_18rem] md:gap-12">
      <div className="min-w-0">{children}</div>
      <div className="mt-8 md:mt-0">
        <DatePromise />
      </div>
    </div>
  );
}
