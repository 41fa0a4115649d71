import type { Attributes, Meter, ObservableGauge } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { listenToMeasurements, type Measurement } from '@/lib/measure';
import { type Gauge, gauges, instruments, type Reading } from '@/lib/services/telemetry/instruments';

type Record = (value: number, labels: Attributes) => void;

/** What records each measurement. */
function recorders(meter: Meter): Map<Measurement, Record> {
  const recorder = ({ name, help: description, seconds }: (typeof instruments)[Measurement]): Record => {
    if (!seconds) {
      const counter = meter.createCounter(name, { description });
      return (value, labels) => counter.add(value, labels);
    }
    const advice = { explicitBucketBoundaries: [...seconds] };
    const histogram = meter.createHistogram(name, { description, advice });
    return (value, labels) => histogram.record(value, labels);
  };
  const all = Object.entries(instruments) as [Measurement, (typeof instruments)[Measurement]][];
  return new Map(all.map(([name, instrument]) => [name, recorder(instrument)]));
}

/** Has the gauges read whenever the endpoint is asked. */
function observe(meter: Meter, read: () => Promise<Reading[]>): void {
  const all = Object.entries(gauges) as [Gauge, string][];
  const observed = new Map<Gauge, ObservableGauge>(
    all.map(([name, description]) => [name, meter.createObservableGauge(name, { description })]),
  );
  meter.addBatchObservableCallback(
    async (result) => {
      for (const { gauge, value, labels } of await read()) {
        const instrument = observed.get(gauge);
        if (instrument) result.observe(instrument, value, labels);
      }
    },
    [...observed.values()],
  );
}

/**
 * Opens the endpoint that Prometheus reads, and records what is measured from now on.
 * @param read what is read whenever it is asked
 * @returns what closes it
 * @throws where the port cannot be listened on
 */
export async function startMetrics(
  { host, port }: { host: string; port: number },
  read: () => Promise<Reading[]>,
): Promise<() => Promise<void>> {
  const exporter = new PrometheusExporter({
    host,
    port,
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  await exporter.startServer();
  const provider = new MeterProvider({ readers: [exporter] });
  const meter = provider.getMeter('court');
  const record = recorders(meter);
  observe(meter, read);
  listenToMeasurements((name, value, labels) => record.get(name)?.(value, labels));
  return async () => {
    listenToMeasurements(undefined);
    await provider.shutdown();
  };
}
