'use client';

import { useEffect, useRef } from 'react';

/** The heading of an answer; the focus goes there, so that it is read out. */
export function AnswerHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 id="answer" ref={heading} tabIndex={-1} className="mt-0! mb-2! text-2xl!">
      {children}
    </h2>
  );
}
