import { hostname } from 'node:os';
import { context, propagation, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { currentRequestId } from '@/lib/request-id';
import { ToldExporter } from '@/lib/services/telemetry/told-exporter';
import { setTracer, type Tracer } from '@/lib/traced';

/** Gives every span the id of the request that led to it, as it stands in the log. */
const requestIds: SpanProcessor = {
  onStart: (span) => {
    const id = currentRequestId();
    if (id) span.setAttribute('court.request_id', id);
  },
  onEnd: () => undefined,
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
};

/** Ends a span with its work. Of an error the kind alone is kept. */
async function endWith<T>(span: Span, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute('error.type', error instanceof Error ? error.constructor.name : typeof error);
    throw error;
  } finally {
    span.end();
  }
}

const tracer: Tracer = (name, { attributes, within }, run) => {
  if (within && !trace.getActiveSpan()?.isRecording()) return run();
  return trace.getTracer('court').startActiveSpan(name, { attributes }, (span) => endWith(span, run));
};

/**
 * Begins to send spans: ours, and the framework's, which looks for what is registered here. Spans wait in memory for
 * five seconds and two thousand at most; where nobody takes them they are dropped, and nothing else waits.
 * @param endpoint the address of an OTLP receiver, to which `/v1/traces` is added
 * @returns what sends the last of them
 */
export function startTraces(endpoint: string): () => Promise<void> {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new ToldExporter(new OTLPTraceExporter({ url, concurrencyLimit: 2 }));
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'civil-claims-online',
      'service.instance.id': `${hostname()}/${process.pid}`,
    }),
    spanProcessors: [requestIds, new BatchSpanProcessor({ exporter })],
    spanLimits: { attributeValueLengthLimit: 2_000 },
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  // The framework carries its own span from the proxy to the page by this.
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  setTracer(tracer);
  return async () => {
    setTracer(undefined);
    for (const api of [trace, context, propagation]) api.disable();
    await provider.shutdown();
  };
}
