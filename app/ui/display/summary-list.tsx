import type { ComponentProps, ReactNode } from 'react';
import { PlainLink } from '@/app/ui/links/plain-link';

export type SummaryRow = {
  label: string;
  value: ReactNode;
  change?: { href: ComponentProps<typeof PlainLink>['href']; word: string };
};

/** Questions with their answers, each with a Change link if the answer can be changed. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  if (rows.length === 0) return null;
  return (
    <dl className="mb-8 max-w-text border-t border-line">
      {rows.map(({ label, value, change }) => (
        <div
          key={label}
          className="grid grid-cols-[1fr_auto] gap-x-6 border-b border-line py-3.5 sm:grid-cols-[13rem_1fr_auto]"
        >
          <dt className="font-semibold">{label}</dt>
          <dd className="col-start-1 min-w-0 whitespace-pre-line sm:col-start-auto">{value}</dd>
          {change && (
            <dd className="col-start-2 row-start-1 sm:col-start-auto sm:row-start-auto">
              <PlainLink
                href={change.href}
                className="inline-flex min-h-11 items-center text-link max-sm:-my-2.5 underline hover:text-link-hover sm:min-h-0"
              >
                {change.word}
                <span className="sr-only"> : {label}</span>
              </PlainLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
