import { createTranslator } from 'next-intl';
import type { MustWait } from '@/lib/data/errors';
import { inMinutes } from '@/lib/domain/waiting';
import { env } from '@/lib/env';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

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
  if (!request.headers.get('accept')?.includes('text/html')) {
    const message = wait.key === 'busy' ? 'busy' : 'tooManyTries';
    return Response.json({ message, en: words.en.told, fr: words.fr.told }, { status, headers });
  }
  const back = cameFrom(request);
  const paragraph = (locale: 'en' | 'fr') => {
    const link = back ? ` <a href="${escaped(back)}">${escaped(words[locale].back)}</a>` : '';
    return `<p lang="${locale}">${escaped(words[locale].told)}${link}</p>`;
  };
  const title = `<title>${escaped(words.en.told)} ${escaped(words.fr.told)}</title>`;
  const page = `<!doctype html><html lang="en"><meta charset="utf-8">${title}${paragraph('en')}${paragraph('fr')}</html>`;
  return new Response(page, {
    status,
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
    },
  });
}
