'use client';

import { createContext, type ReactNode, useContext } from 'react';

type Folding = {
  /** What opens it. */
  summary: string;
  /** What the form does. */
  words: string;
  /** Whether it is open before it was sent. */
  isOpen: boolean;
};

const FoldContext = createContext<Folding | null>(null);

/** Folds the form within it behind a click. */
export function Fold({ children, ...folding }: Folding & { children: ReactNode }) {
  return <FoldContext value={folding}>{children}</FoldContext>;
}

/** A form as it stands on its page. One that was sent is open, also without JavaScript: its errors must be seen. */
export function InFold({ isSent, children }: { isSent: boolean; children: ReactNode }) {
  const folding = useContext(FoldContext);
  if (!folding) return children;
  return (
    <details className="mb-6 print:hidden" open={isSent || folding.isOpen}>
      <summary className="min-h-11 cursor-pointer py-2 text-link underline">{folding.summary}</summary>
      <p className="mt-4">{folding.words}</p>
      {children}
    </details>
  );
}
