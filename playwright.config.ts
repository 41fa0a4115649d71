import { defineConfig } from '@playwright/test';

const waiting = ['**/session.spec.ts', '**/promise.spec.ts'];

/** Journeys against the production build; each worker starts a server of its own (e2e/support/test.ts). */
export default defineConfig({
  testDir: 'e2e/journeys',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 3,
  /** Two for two processors; beside them, one for what mostly waits until a session has ended. */
  projects: [
    { name: 'waiting', testMatch: waiting, workers: 1 },
    { name: 'journeys', testIgnore: waiting, workers: 2 },
  ],
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  /** A shared machine stalls now and then; what needed its second try is named as flaky. */
  retries: 1,
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'on-first-retry',
    launchOptions: { executablePath: process.env.CHROME_PATH || '/usr/bin/chromium' },
  },
});
