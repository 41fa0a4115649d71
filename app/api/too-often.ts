import { createTranslator } from 'next-intl';
import type { MustWait } from '@/lib/data/errors';
import { inMinutes } from '@/lib/domain/waiting';
import { env } from '@/lib/env';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';
import { plainPage } from '@/lib/web/plain-page';

/** The page of ours that the form was sent from. */
function cameFrom(request: Request): string | undefined {
  const from = request.headers.get('referer') ?? '';
  return URL.canParse(from) && new URL(from).origin === env.PUBLIC_ORIGIN ? from : undefined;
}

function inBoth({ key, seconds }: MustWait) {
  const words = (locale: 'en' | 'fr') => {
    const t = createTranslator({ locale, messages: { en, fr }[locale], timeZone: 'America/Toronto' });
    const told = key === 'busy' ? 'errors.busy' : 'errors.tryAgainIn';
    return { told: t(told, { minutes: inMinutes(seconds) }), back: t('common.back') };
  };
  return { en: words('en'), fr: words('fr') };
}

/**
 * Answers who comes too often, or in too large a crowd: 429 or 503 with Retry-After, and when to try again in both
 * languages. A program gets JSON with `message`, a key under `errors`; a browser that sent a form a plain page.
 */
export function tooOften(request: Request, wait: MustWait): Response {
  const status = wait.key === 'busy' ? 503 : 429;
  const headers = { 'retry-after': String(Math.ceil(wait.seconds)), 'cache-control': 'no-store' };
  const words = inBoth(wait);
  const told = { en: words.en.told, fr: words.fr.told };
  if (!request.headers.get('accept')?.includes('text/html')) {
    const message = wait.key === 'busy' ? 'busy' : 'tooManyTries';
    return Response.json({ message, ...told }, { status, headers });
  }
  const href = cameFrom(request);
  const link = href ? { href, words: { en: words.en.back, fr: words.fr.back } } : undefined;
  return plainPage({ title: told, text: told, link, status, headers });
}
