import { defineConfig } from '@playwright/test';

/** Journeys against the production build; each worker starts a server of its own (e2e/support/test.ts). */
export default defineConfig({
  testDir: 'e2e/journeys',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  /** One more than processors: some journeys wait for time to pass. */
  workers: 3,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  /** A shared machine stalls now and then; what needed its second try is named as flaky. */
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'on-first-retry',
    launchOptions: { executablePath: process.env.CHROME_PATH || '/usr/bin/chromium' },
  },
});
