'use client';

import { useEffect, useRef, useState } from 'react';
import { autosave } from '@/app/[locale]/(justice)/claims/[draft]/actions';

const pauseMs = 1_000;

/** Keeps what is typed into the form around it: after a pause, and when the page is left. Says so quietly. */
export function Autosave({ savedWord }: { savedWord: string }) {
  const status = useRef<HTMLParagraphElement>(null);
  const [saved, setSaved] = useState(false);

  useEffect(() => {
    const form = status.current?.closest('form');
    if (!form) return;
    const path = window.location.pathname;
    let timer: number | undefined;

    const save = () => {
      if (timer === undefined) return;
      forget();
      autosave(path, new FormData(form)).then(setSaved, () => setSaved(false));
    };
    const forget = () => {
      window.clearTimeout(timer);
      timer = undefined;
    };
    const later = () => {
      forget();
      setSaved(false);
      timer = window.setTimeout(save, pauseMs);
    };
    const whenHidden = () => document.visibilityState === 'hidden' && save();

    form.addEventListener('input', later);
    form.addEventListener('submit', forget);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      save();
      form.removeEventListener('input', later);
      form.removeEventListener('submit', forget);
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', whenHidden);
    };
  }, []);

  return (
    <p ref={status} role="status" className="mb-0! min-h-6 text-grey-70">
      {saved && savedWord}
    </p>
  );
}
