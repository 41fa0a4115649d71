import type { Messages } from '@/lib/messages/catalogue';
import type { routing } from '@/lib/web/routes/routing';

declare module 'next-intl' {
  interface AppConfig {
    Locale: (typeof routing.locales)[number];
    Messages: Messages;
  }
}
