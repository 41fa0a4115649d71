import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Reading } from '@/lib/services/telemetry/instruments';

const resolutionMs = 20;

/** A timer is due only so often: what its delay is beyond that is the event loop's. */
const seconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolutionMs / 1000);

/** The delay since it was last asked for. */
function delays(histogram: IntervalHistogram): Reading[] {
  if (histogram.count === 0) return [];
  const ranks = { p50: histogram.percentile(50), p99: histogram.percentile(99), max: histogram.max };
  histogram.reset();
  return Object.entries(ranks).map(([rank, value]) => ({
    gauge: 'court_event_loop_delay_seconds',
    value: seconds(value),
    labels: { rank },
  }));
}

function memory(): Reading[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const kinds = { rss, 'heap-used': heapUsed, 'heap-total': heapTotal, external };
  return Object.entries(kinds).map(([kind, value]) => ({
    gauge: 'court_memory_bytes',
    value,
    labels: { kind },
  }));
}

/** Begins to watch this process. @returns what reads its event loop and memory */
export function watchProcess(): () => Reading[] {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  return () => [...delays(histogram), ...memory()];
}
