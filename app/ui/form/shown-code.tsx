'use client';

import { useShownCode } from '@/app/ui/form/form';

/** The code that the answer to the form above it brought. It stands in that answer alone. */
export function ShownCode({ words }: { words: string }) {
  const code = useShownCode();
  return (
    <div role="status">
      {code && (
        <div className="mb-6 border-l-4 border-success bg-success-light p-4">
          <p className="mb-2! font-semibold">{words}</p>
          <p className="mb-0! font-mono text-2xl" data-testid="code">
            {code}
          </p>
        </div>
      )}
    </div>
  );
}
