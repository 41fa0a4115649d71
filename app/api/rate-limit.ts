import { createTranslator } from 'next-intl';
import type { MustWait } from '@/lib/data/access/errors';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { inMinutes } from '@/lib/domain/sign-in/login-throttle';
import { env } from '@/lib/env';
import { en, fr } from '@/lib/messages/catalogue';
import { plainPage } from '@/lib/web/http/plain-page';

/** The page of this site from which a form was sent. */
export function cameFrom(request: Request): string | undefined {
  const from = request.headers.get('referer') ?? '';
  return URL.canParse(from) && new URL(from).origin === env.PUBLIC_ORIGIN ? from : undefined;
}

function inBoth({ key, seconds }: MustWait) {
  const words = (locale: 'en' | 'fr') => {
    const t = createTranslator({ locale, messages: { en, fr }[locale], timeZone: COURT_ZONE });
    const told = key === 'busy' ? 'errors.busy' : 'errors.tryAgainIn';
    return { told: t(told, { minutes: inMinutes(seconds) }), back: t('common.back') };
  };
  return { en: words('en'), fr: words('fr') };
}

/**
 * Answers a visitor who comes too often, or as part of too large a crowd: 429 or 503 with Retry-After, and in
 * both languages when to try again. A program gets JSON with `message`, a key under `errors`; a browser that
 * sent a form gets a plain page.
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
