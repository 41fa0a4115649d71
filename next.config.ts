import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

/** The folder of the build, from here; given by lib/build.mjs and lib/server.mjs. `next dev` and the types have `.next` itself. */
const build = process.env.COURT_BUILD;

const config: NextConfig = {
  ...(build && {
    distDir: build,
    cleanDistDir: false,
    typescript: { tsconfigPath: '.builds/tsconfig.json' },
  }),
  // A page that ends in .dev.tsx exists in development only: the gallery of parts.
  pageExtensions: ['tsx', 'ts', ...(process.env.NODE_ENV === 'development' ? ['dev.tsx'] : [])],
  poweredByHeader: false,
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    // The framework looks for what is registered with the one copy of the API in a process.
    '@opentelemetry/api',
    '@opentelemetry/context-async-hooks',
    '@opentelemetry/core',
    '@opentelemetry/exporter-prometheus',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/sdk-trace',
    'esbuild',
    'pino',
    'postgres',
    // It finds drizzle-orm itself when it first counts.
    'rate-limiter-flexible',
  ],
  images: { unoptimized: true },
  // lib/server.mjs compresses, at a level of its own.
  compress: false,
  /** The browser formats no message with values in it: pages get their words formatted. So it needs no parser for them, 12 kB. */
  turbopack: {
    resolveAlias: { 'use-intl/format-message': { browser: 'use-intl/format-message/format-only' } },
  },
  // Each build has a folder of its own, in which no later one would look for a cache.
  experimental: { turbopackFileSystemCacheForBuild: false },
  /** The short address in the QR code of an issued document; from there the language is picked as for any page. */
  redirects: async () => [{ source: '/v/:code', destination: '/verify/:code', permanent: false }],
};

export default createNextIntlPlugin('./lib/web/routes/request.ts')(config);
