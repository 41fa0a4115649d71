'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useChanges } from '@/app/ui/form/form';
import { Button, ButtonRow } from '@/app/ui/layout/button';

type Words = Record<'heading' | 'keepHint' | 'keep' | 'take', string>;

/**
 * What another page saved while this one was open, beside what was typed here, for the person to choose. To take what is
 * saved opens the page anew, without what was typed.
 */
export function ChangedElsewhere({ words }: { words: Words }) {
  const box = useRef<HTMLElement>(null);
  const changed = useChanges();
  const [path, query] = [usePathname(), useSearchParams()];
  useEffect(() => {
    if (changed) box.current?.focus();
  }, [changed]);
  if (!changed) return null;
  return (
    <section
      ref={box}
      role="alert"
      tabIndex={-1}
      data-testid="changed-elsewhere"
      className="mb-8 max-w-text border-2 border-alert bg-alert-light p-5"
    >
      {/* Enter in a field presses the first button of its form: it must not choose. */}
      <button type="submit" hidden tabIndex={-1} />
      <h2 className="mt-0! mb-2! text-xl!">{words.heading}</h2>
      <p>{changed.intro}</p>
      <ul className="mb-4! space-y-3 wrap-anywhere">
        {changed.rows.map(({ label, yours, saved }) => (
          <li key={label}>
            <p className="mb-0! font-semibold">{label}</p>
            {yours && <p className="mb-0!">{yours}</p>}
            <p className="mb-0!">{saved}</p>
          </li>
        ))}
      </ul>
      <p>{words.keepHint}</p>
      <ButtonRow>
        <Button name="knows" value={changed.version}>
          {words.keep}
        </Button>
        <a
          href={`${path}?${query}`}
          className="inline-flex min-h-11 items-center font-semibold text-link underline hover:text-link-hover"
        >
          {words.take}
        </a>
      </ButtonRow>
    </section>
  );
}
