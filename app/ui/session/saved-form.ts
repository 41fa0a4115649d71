'use client';

import { useEffect, useRef } from 'react';

/** Marks a form whose values are saved on the server. It is absent while a value is not saved yet. */
export const SAVED = 'saved';

/** Whether something was typed or chosen before the scripts of the page ran. */
export function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) {
      const first = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
      return field.selectedIndex !== Math.max(first, 0);
    }
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement)) return false;
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  });
}

/**
 * When the session has ended, saves the values of the last used form for this page, unless they are already
 * saved.
 */
export function useSavedForm(ended: boolean) {
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const forms = document.querySelectorAll<HTMLFormElement>('form[data-save]');
    form.current = [...forms].find(isChanged) ?? null;
    const note = ({ target }: Event) => {
      const used = target instanceof Element ? target.closest('form') : null;
      if (used?.matches('[data-save]')) form.current = used;
    };
    document.addEventListener('input', note);
    return () => document.removeEventListener('input', note);
  }, []);

  useEffect(() => {
    const used = form.current;
    if (!ended || !used?.isConnected || SAVED in used.dataset) return;
    const body = new FormData(used);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    body.set('path', window.location.pathname);
    fetch('/api/session/saved-form', { method: 'POST', body, keepalive: true }).catch(() => undefined);
  }, [ended]);
}
