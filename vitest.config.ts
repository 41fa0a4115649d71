import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''),
      'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    globalSetup: 'lib/data/testing-postgres.ts',
    include: ['lib/**/*.test.{ts,tsx}', 'app/**/*.test.{ts,tsx}'], testTimeout: 30_000, hookTimeout: 60_000,
  },
});
