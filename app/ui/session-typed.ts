'use client';

import { useEffect, useRef } from 'react';

/** A form whose fields are saved on the server bears this; it is away while something typed is not saved yet. */
export const SAVED = 'saved';

/** When the session has ended, keeps for this page what was typed into the form last used and is saved nowhere. */
export function useKeptTyped(ended: boolean) {
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const note = ({ target }: Event) => {
      const typedIn = target instanceof Element ? target.closest('form') : null;
      if (typedIn?.matches('[data-keep]')) form.current = typedIn;
    };
    document.addEventListener('input', note);
    return () => document.removeEventListener('input', note);
  }, []);

  useEffect(() => {
    const typedIn = form.current;
    if (!ended || !typedIn?.isConnected || SAVED in typedIn.dataset) return;
    const body = new FormData(typedIn);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    body.set('path', window.location.pathname);
    fetch('/api/session/typed', { method: 'POST', body, keepalive: true }).catch(() => undefined);
  }, [ended]);
}
