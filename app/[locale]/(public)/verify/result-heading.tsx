'use client';

import { useEffect, useRef } from 'react';

/** The heading of a result. It takes the focus, so that a screen reader reads it aloud. */
export function ResultHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 id="result" ref={heading} tabIndex={-1} className="mt-0! mb-2! text-2xl!">
      {children}
    </h2>
  );
}
