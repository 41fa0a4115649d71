import type { ReactNode } from 'react';

/** A page with a quiet column beside it: what a reader may want to know as well. On a phone it comes after. */
export function Beside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-12 md:grid-cols-[minmax(0,1fr)_20rem] print:block">
      <div className="min-w-0">{children}</div>
      <div className="space-y-5 [&>section:first-child>h2]:mt-0">{aside}</div>
    </div>
  );
}
