import { log } from '@/lib/log';
import { loggedError } from '@/lib/logged-error';

/** The first line of a text without what it quotes, which may be what somebody typed. */
const firstLine = (text: string) =>
  text
    .split('\n')[0]
    ?.replace(/"[^"]*"/g, '""')
    .trim();

/** With the number by which the page that failed names it. */
const loggedFailure = (error: Error & { digest?: unknown }) => ({
  ...loggedError(error),
  ...(typeof error.digest === 'string' && { digest: error.digest }),
});

/**
 * Makes lines of JSON of what the framework and the libraries print, as of everything else that this service logs. It
 * reports a form that it could not read as it reports a fault, so that these are warnings; a fault of ours is an error
 * in a line of its own.
 */
export function logFramework(): void {
  const reportAt =
    (level: 'warn' | 'info') =>
    (...told: unknown[]) => {
      // The storage SDK says so of itself at each upload.
      if (String(told[0]).includes('[uploadthing][deprecated]')) return;
      const words = told.filter((one) => typeof one === 'string').map(firstLine);
      const errors = told.filter((one) => one instanceof Error).map(loggedFailure);
      log[level]({ words, errors }, 'the framework reports');
    };
  const [report, tell] = [reportAt('warn'), reportAt('info')];
  Object.assign(console, { warn: report, error: report, log: tell, info: tell, debug: tell });
}
