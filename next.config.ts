import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    'esbuild',
    'pino',
    'postgres',
    // It finds drizzle-orm itself when it first counts.
    'rate-limiter-flexible',
  ],
  images: { unoptimized: true },
  /** The short address in the QR code of an issued document; from there the language is picked as for any page. */
  redirects: async () => [{ source: '/v/:code', destination: '/verify/:code', permanent: false }],
};

export default createNextIntlPlugin('./lib/web/routes/request.ts')(config);
