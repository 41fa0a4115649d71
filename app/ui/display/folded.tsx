import type { ReactNode } from 'react';

/** What is read by who wants to: closed until somebody opens it, and open on paper. */
export function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="my-6 max-w-text rounded-lg border border-line px-5 py-3">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{summary}</summary>
      {children}
    </details>
  );
}
