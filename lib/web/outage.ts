import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';
import { plainPage } from '@/lib/web/plain-page';

const retrySeconds = 60;

/** Says that the service is away and that nothing is lost: 503 with Retry-After, for pages cannot be made without a database. */
export function outagePage(): Response {
  return plainPage({
    title: { en: en.outage.title, fr: fr.outage.title },
    text: { en: en.outage.words, fr: fr.outage.words },
    status: 503,
    headers: { 'retry-after': String(retrySeconds), 'cache-control': 'no-store' },
  });
}
