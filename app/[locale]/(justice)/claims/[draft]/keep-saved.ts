import { isChanged, SAVED } from '@/app/ui/session/saved-form';
import { SESSION_ENDING } from '@/app/ui/session/session-events';

const pauseMs = 1_000;
/** Without a pause the form is saved this often, which also counts as activity. */
const longestMs = 10_000;

/**
 * How the form stands, in words: saved, or not saved because another page saved something else meanwhile. Neither while
 * something is still to be saved.
 */
export type Saving = { saved?: string; changed?: string };

/**
 * Saves the values of the form after a pause, every ten seconds without one, when the page is left, and before the
 * session may end. What was typed before the scripts ran is saved too.
 * @param tell hears how the form stands
 * @returns what saves a last time and ends it
 */
export function keepSaved(form: HTMLFormElement, tell: (saving: Saving) => void): () => void {
  const path = window.location.pathname;
  let timer: number | undefined;
  let unsavedSince: number | undefined;
  form.dataset[SAVED] = '';
  let sending = new AbortController();

  const forget = () => {
    window.clearTimeout(timer);
    timer = undefined;
    sending.abort();
  };
  const save = async () => {
    if (timer === undefined) return;
    forget();
    unsavedSince = undefined;
    sending = new AbortController();
    const { signal } = sending;
    const answer = await send(form, path, signal);
    if (signal.aborted) return;
    if (answer?.changed) return tell(answer);
    // The session has ended, so nothing was saved. The values stay here and go along when the form is sent.
    if (!answer?.saved) return;
    if (timer === undefined) form.dataset[SAVED] = '';
    tell(answer);
  };
  const later = () => {
    window.clearTimeout(timer);
    tell({});
    delete form.dataset[SAVED];
    unsavedSince ??= performance.now();
    const longest = Math.max(unsavedSince + longestMs - performance.now(), 0);
    timer = window.setTimeout(save, Math.min(pauseMs, longest));
  };
  const whenHidden = () => document.visibilityState === 'hidden' && save();

  form.addEventListener('input', later);
  form.addEventListener('submit', forget);
  window.addEventListener('pagehide', save);
  window.addEventListener(SESSION_ENDING, save);
  document.addEventListener('visibilitychange', whenHidden);
  if (isChanged(form)) later();
  return () => {
    save();
    form.removeEventListener('input', later);
    form.removeEventListener('submit', forget);
    window.removeEventListener('pagehide', save);
    window.removeEventListener(SESSION_ENDING, save);
    document.removeEventListener('visibilitychange', whenHidden);
  };
}

async function send(form: HTMLFormElement, path: string, signal: AbortSignal): Promise<Saving | null> {
  const body = new FormData(form);
  body.set('path', path);
  try {
    const answer = await fetch('/api/drafts', { method: 'POST', body, signal, keepalive: true });
    return (await answer.json()) as Saving;
  } catch {
    return null;
  }
}
