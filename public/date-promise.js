// Renews the date promise of a page that has no other script, as app/ui/live/live-promise.tsx does elsewhere: when the offices
// open or close, when a day begins, and when somebody comes back to the page. It follows the server's clock.
(() => {
  const parts = document.querySelectorAll('[data-promise]');
  if (parts.length === 0) return;
  const locale = document.documentElement.lang.slice(0, 2);
  const longestMs = 10 * 60_000;
  const retryMs = 30_000;
  let timer;

  const askIn = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(ask, Math.min(ms + 500, longestMs));
  };

  async function ask() {
    const answer = await fetch(`/api/date-promise?locale=${locale}`).catch(() => null);
    const words = answer?.ok ? await answer.json().catch(() => null) : null;
    for (const part of words ? parts : []) {
      const text = words[part.dataset.promise];
      if (part.textContent !== text) part.textContent = text;
      part.closest('[data-open]').dataset.open = words.isOpen;
    }
    askIn(words?.freshForMs ?? retryMs);
  }

  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && ask());
  addEventListener('pageshow', (event) => event.persisted && ask());
  // The server says with the page for how long it holds.
  const [page] = performance.getEntriesByType('navigation');
  const fresh = page?.serverTiming?.find(({ name }) => name === 'fresh');
  if (fresh) askIn(fresh.duration);
  else ask();
})();
