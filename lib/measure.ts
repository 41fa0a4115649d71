/**
 * What the service measures of itself where it happens. Labels are words of fixed lists: no path, no reference, no name, no
 * address. Where no metrics are asked for (METRICS_PORT) nothing listens, and nothing is kept.
 */
export type Measurements = {
  /** A request, in seconds; `route` is a pattern. */
  request: { method: string; route: string; status: string };
  /** A statement of the database, in seconds with its wait for a connection. */
  statement: { operation: string; outcome: Outcome };
  /** Work at storage, in seconds. */
  storage: { operation: string; outcome: Outcome };
  /** Work of a PDF process, in seconds with its wait for one; the outcome is `ok` or why the file was refused. */
  pdf: { operation: string; outcome: string };
  /** An attempt at sending a message, in seconds: `sent`, `retried`, `failed` or `paused`. */
  mail: { operation: string; outcome: string };
  /** A filing that was issued: the seconds since its receipt, or since the opening that it waited for. */
  issue: { received: 'in-hours' | 'before-opening' };
  /** A filing that was put on hold. */
  hold: { reason: string };
  /** A sign-in that was refused; the reason is a key under `errors` of the messages. */
  refusedSignIn: { step: 'password' | 'second-step'; reason: string };
  /** Files that were deleted: `removed` by their filer, or never `named` by a row. */
  sweptFiles: { why: 'removed' | 'unnamed' };
  /** A round of the worker that failed. */
  failedRound: { loop: string };
};
export type Measurement = keyof Measurements;
type Outcome = 'ok' | 'failed';

export type Listener = (name: Measurement, value: number, labels: Readonly<Record<string, string>>) => void;

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtMeasurements?: Listener | undefined };

/** From now on `listener` hears of every measurement of this process; undefined: nobody does. */
export function listenToMeasurements(listener: Listener | undefined): void {
  holder.courtMeasurements = listener;
}

/** Whether anybody listens: what costs something is measured only then. */
export const isMeasuring = () => holder.courtMeasurements !== undefined;

/** Tells a measurement to whoever listens. */
export function measure<Name extends Measurement>(
  name: Name,
  value: number,
  labels: Measurements[Name],
): void {
  holder.courtMeasurements?.(name, value, labels);
}
