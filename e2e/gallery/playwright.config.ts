import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const port = 3190;
const origin = `http://localhost:${port}`;
const dataDir = mkdtempSync(path.join(tmpdir(), 'court-gallery-'));

/** The gallery of parts, which exists in development alone, compared with how it looked when somebody last looked at it. */
export default defineConfig({
  testDir: '.',
  workers: 1,
  timeout: 300_000,
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  use: {
    baseURL: origin,
    launchOptions: { executablePath: process.env.CHROME_PATH || '/usr/bin/chromium' },
  },
  webServer: {
    command: `npx next dev -p ${port}`,
    cwd: path.resolve(import.meta.dirname, '../..'),
    url: `${origin}/en/gallery`,
    env: { DATA_DIR: dataDir, PORT: String(port), PUBLIC_ORIGIN: origin },
    timeout: 300_000,
  },
});
