import { type Measurement, type Measurements, measure } from '@/lib/measure';

/** What a span says beside its name: words of ours and statements without their values, nothing of people. */
export type SpanAttributes = Record<string, string>;

/** Does work in a span of its own. `within`: only where another span is under way. */
export type Tracer = <T>(
  name: string,
  options: { attributes: SpanAttributes; within: boolean },
  run: () => Promise<T>,
) => Promise<T>;

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtTracer?: Tracer | undefined };

/** From now on spans of this process are made by `tracer`; undefined: there are none. */
export function setTracer(tracer: Tracer | undefined): void {
  holder.courtTracer = tracer;
}

export const isTracing = () => holder.courtTracer !== undefined;

/** Does work in a span, where traces are asked for (OTEL_EXPORTER_OTLP_ENDPOINT). */
export function traced<T>(
  name: string,
  run: () => Promise<T>,
  { attributes = {}, within = false }: { attributes?: SpanAttributes; within?: boolean } = {},
): Promise<T> {
  return holder.courtTracer ? holder.courtTracer(name, { attributes, within }, run) : run();
}

/** The parts of the service whose work is measured in seconds, by what was asked and what came of it. */
type Part = { [Name in Measurement]: Measurements[Name] extends Work ? Name : never }[Measurement];
type Work = { operation: string; outcome: string };

/**
 * Does work of a part in a span, and measures how long it takes.
 * @param outcomeOf a word of a fixed list for what came of it; work that throws has `failed`
 */
export function watched<T>(
  part: Exclude<Part, 'statement'>,
  operation: string,
  run: () => Promise<T>,
  outcomeOf: (result: T) => string = () => 'ok',
): Promise<T> {
  const began = performance.now();
  const told = (outcome: string) =>
    measure<'pdf'>(part as 'pdf', (performance.now() - began) / 1000, { operation, outcome });
  return traced(`${part} ${operation}`, run).then(
    (result) => {
      told(outcomeOf(result));
      return result;
    },
    (error: unknown) => {
      told('failed');
      throw error;
    },
  );
}
