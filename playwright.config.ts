import { defineConfig } from '@playwright/test';

/** Journeys against the production build; each worker starts a server of its own (e2e/support/test.ts). */
export default defineConfig({
  testDir: 'e2e/journeys',
  globalSetup: './e2e/support/court/postgres.ts',
  /** Limits for what never comes. They say nothing of speed: a busy machine may take many times what a quiet one does. */
  timeout: 240_000,
  expect: { timeout: 60_000 },
  globalTimeout: 60 * 60_000,
  workers: 3,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  /** A shared machine stalls now and then; what needed its second try is named at the end of the run. */
  retries: 1,
  reporter: [['list'], ['./e2e/support/run/flakes.ts']],
  use: {
    trace: 'on-first-retry',
    launchOptions: { executablePath: process.env.CHROME_PATH || '/usr/bin/chromium' },
  },
});
