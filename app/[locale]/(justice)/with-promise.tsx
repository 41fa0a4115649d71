import type { ReactNode } from 'react';
import { DatePromise } from '@/app/[locale]/date-promise';

/**
 * A page of a claim with the date that the claim would bear if it were submitted now: beside the page, and on a phone
 * between its heading and what is to be done, in brief.
 */
export function WithPromise({
  heading,
  aside,
  promise,
  office,
  children,
}: {
  heading: ReactNode;
  /** What stands below the promise where there is room beside the page, and nowhere else. */
  aside?: ReactNode;
  /** What stands in the place of today's promise: of a claim on paper, the date that it bears. */
  promise?: ReactNode;
  /** The court office that was chosen. */
  office?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-x-12 md:grid-cols-[minmax(0,1fr)_20rem] md:grid-rows-[auto_1fr]">
      <div className="min-w-0">{heading}</div>
      <div data-brief className="mb-6 md:col-start-2 md:row-span-2 md:row-start-1">
        <div className="md:sticky md:top-6">
          {promise ?? <DatePromise office={office} />}
          {aside && <div className="mt-6 hidden md:block">{aside}</div>}
        </div>
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
