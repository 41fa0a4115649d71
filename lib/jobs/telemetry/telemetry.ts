import { setTimeout as wait } from 'node:timers/promises';
import { watchStatements } from '@/lib/data/db/statements';
import { HOLD_REASONS } from '@/lib/domain/filing/hold';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { measure } from '@/lib/measure';

/** A count that nobody has seen at 0 seems not to have grown when it is first seen at 1. */
export function beginCounts(): void {
  for (const reason of HOLD_REASONS) measure('hold', 0, { reason });
  for (const loop of ['issuing', 'mail', 'sweeping', 'watching']) measure('failedRound', 0, { loop });
  for (const why of ['removed', 'unnamed'] as const) measure('sweptFiles', 0, { why });
  for (const step of ['password', 'second-step'] as const)
    measure('refusedSignIn', 0, { step, reason: 'wrong' });
}

/** What ends metrics and traces. */
const endings: (() => Promise<void>)[] = [];
/** A receiver that does not answer must not delay the end. */
const mostEndMs = 500;

async function openMetrics(port: number): Promise<void> {
  const [{ startMetrics }, { watchProcess }, { readerOfAll }] = await Promise.all([
    import('@/lib/services/telemetry/metrics'),
    import('@/lib/services/telemetry/process-readings'),
    import('@/lib/jobs/telemetry/readings'),
  ]);
  const host = env.METRICS_HOST ?? '127.0.0.1';
  const read = readerOfAll(watchProcess());
  const ending = await startMetrics({ host, port }, read).catch((error: unknown) => {
    const { code = 'it does not work' } = error as { code?: string };
    throw new Error(`METRICS_PORT: port ${port} cannot be listened on: ${code}`, { cause: error });
  });
  endings.push(ending);
  beginCounts();
  log.info({ host, port }, 'metrics');
}

/**
 * Begins metrics and traces, each where a variable asks for it. Only then their packages are loaded.
 * @throws in words where the port of the metrics cannot be used
 */
export async function startTelemetry(): Promise<void> {
  const { METRICS_PORT: port, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = env;
  if (!port && !endpoint) return;
  watchStatements();
  if (port) await openMetrics(port);
  if (endpoint) endings.push((await import('@/lib/services/telemetry/traces')).startTraces(endpoint));
}

/** Sends what traces are left and closes the endpoint, in half a second at most. */
export async function stopTelemetry(): Promise<void> {
  const all = Promise.allSettled(endings.map((end) => end()));
  await Promise.race([all, wait(mostEndMs)]);
}
