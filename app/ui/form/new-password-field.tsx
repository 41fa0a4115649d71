'use client';

import { useParams } from 'next/navigation';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { PasswordField } from '@/app/ui/form/fields';
import type { guesser } from '@/app/ui/form/password-guess';

/** `levels` from the weakest to the strongest; the number of missing characters follows `short`. */
type StrengthWords = { short: string; levels: string[] };

type Props = Omit<ComponentProps<typeof PasswordField>, 'onType' | 'children'> & {
  least: number;
  words: StrengthWords;
};

/**
 * Milliseconds without a key before the strength is announced, because a screen reader must not speak at
 * every letter.
 */
const pause = 500;

/** The words that a guesser knows: the ID, if the form asks for it as well. */
function knownOf(name: string): string[] {
  return [...document.getElementsByName(name)].map((field) => (field as HTMLInputElement).value);
}

/**
 * A field for a new password. It says in words how strong the password is. The estimator is loaded on first
 * use.
 */
export function NewPasswordField({ least, words, ...props }: Props) {
  const locale = useParams().locale === 'fr' ? 'fr' : 'en';
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const loading = useRef<ReturnType<typeof guesser>>(undefined);

  useEffect(() => {
    let isOld = false;
    const missing = least - Array.from(typed).length;
    const rate = async () => {
      loading.current ??= import('@/app/ui/form/password-guess').then((loaded) => loaded.guesser(locale));
      const score = await (await loading.current)(typed, knownOf('oneKeyId'));
      if (!isOld) setSaid(words.levels[score] ?? '');
    };
    const timer = setTimeout(() => {
      if (typed === '') setSaid('');
      else if (missing > 0) setSaid(`${words.short} ${missing}`);
      else
        rate().catch(() => {
          loading.current = undefined;
          setSaid('');
        });
    }, pause);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [typed, least, words, locale]);

  return (
    <PasswordField {...props} onType={setTyped}>
      <p aria-live="polite" data-testid="password-strength" className="mt-2 mb-0! min-h-6 text-muted">
        {said}
      </p>
    </PasswordField>
  );
}
