import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { isMeasuring, measure } from '@/lib/measure';
import type { Reading } from '@/lib/services/telemetry/instruments';
import { startMetrics } from '@/lib/services/telemetry/metrics';
import { watchProcess } from '@/lib/services/telemetry/process-readings';
import { freePort } from '@/lib/testing/db/postgres';
import { promtool } from '@/lib/testing/telemetry/scrape';
import { watched } from '@/lib/traced';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function scrapeWith(read: () => Promise<Reading[]>, happen: () => unknown): Promise<string> {
  const port = await freePort();
  stop = await startMetrics({ host: '127.0.0.1', port }, read);
  await happen();
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.status).toBe(200);
  return answer.text();
}

it('keeps nothing while nobody asks for figures', () => {
  expect(isMeasuring()).toBe(false);
  expect(() => measure('hold', 1, { reason: 'corrupt' })).not.toThrow();
});

it('counts, and sorts seconds into a histogram', async () => {
  const text = await scrapeWith(
    async () => [],
    async () => {
      measure('hold', 1, { reason: 'corrupt' });
      measure('hold', 1, { reason: 'corrupt' });
      measure('request', 0.3, { method: 'GET', route: '/[locale]', status: '200' });
      await watched(
        'pdf',
        'examine',
        async () => ({ ok: false }),
        ({ ok }) => (ok ? 'ok' : 'corrupt'),
      );
      await watched('storage', 'read', () => Promise.reject(new Error('gone'))).catch(() => undefined);
    },
  );
  expect(text).toContain('# TYPE court_holds_total counter\ncourt_holds_total{reason="corrupt"} 2\n');
  const of = 'method="GET",route="/[locale]",status="200"';
  expect(text).toContain(`court_request_duration_seconds_bucket{${of},le="0.25"} 0\n`);
  expect(text).toContain(`court_request_duration_seconds_bucket{${of},le="0.5"} 1\n`);
  expect(text).toContain(`court_request_duration_seconds_sum{${of}} 0.3\n`);
  expect(text).toContain('court_pdf_duration_seconds_count{operation="examine",outcome="corrupt"} 1\n');
  expect(text).toContain('court_storage_duration_seconds_count{operation="read",outcome="failed"} 1\n');
});

it('reads the process whenever it is asked', async () => {
  const ofProcess = watchProcess();
  const text = await scrapeWith(
    async () => ofProcess(),
    () => new Promise((later) => setTimeout(later, 100)),
  );
  expect(text).toMatch(/^court_memory_bytes\{kind="rss"\} \d{7,}$/m);
  expect(text).toMatch(/^court_event_loop_delay_seconds\{rank="p99"\} \d/m);
  const checked = promtool(['check', 'metrics'], text);
  expect(checked?.said ?? '').toBe('');
});

it('tells all else where one reading fails', async () => {
  const text = await scrapeWith(
    () => Promise.reject(new Error('nothing can be read')),
    () => measure('hold', 1, { reason: 'corrupt' }),
  );
  expect(text).toContain('court_holds_total{reason="corrupt"} 1');
  expect(text).not.toContain('nothing can be read');
});

it('refuses a port that another has', async () => {
  const other = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  await expect(startMetrics({ host: '127.0.0.1', port }, async () => [])).rejects.toThrow(/EADDRINUSE/);
  expect(isMeasuring()).toBe(false);
  other.close();
});
