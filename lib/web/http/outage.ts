import { en, fr } from '@/lib/messages/catalogue';
import { plainPage } from '@/lib/web/http/plain-page';

const retrySeconds = 60;

/**
 * Says that the service is away and that nothing is lost: 503 with Retry-After. Without a database no page
 * can be made.
 */
export function outagePage(): Response {
  return plainPage({
    title: { en: en.outage.title, fr: fr.outage.title },
    text: { en: en.outage.words, fr: fr.outage.words },
    status: 503,
    headers: { 'retry-after': String(retrySeconds), 'cache-control': 'no-store' },
  });
}
