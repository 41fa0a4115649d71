import type { ComponentProps, ReactNode } from 'react';
import { Link } from '@/lib/web/routes/navigation';

export type SummaryRow = {
  label: string;
  value: ReactNode;
  change?: { href: ComponentProps<typeof Link>['href']; word: string };
};

/** Questions with their answers, each with a Change link if the answer can be changed. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="mb-8 max-w-text border-t border-line">
      {rows.map(({ label, value, change }) => (
        <div key={label} className="grid gap-x-6 border-b border-line py-3.5 sm:grid-cols-[13rem_1fr_auto]">
          <dt className="font-semibold">{label}</dt>
          <dd className="min-w-0 whitespace-pre-line">{value}</dd>
          {change && (
            <dd>
              <Link
                href={change.href}
                className="inline-flex min-h-11 items-center text-link underline hover:text-link-hover sm:min-h-0"
              >
                {change.word}
                <span className="sr-only"> : {label}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
