import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { ExportResultCode } from '@opentelemetry/core';
import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { expect, it } from 'vitest';
import { ToldExporter } from '@/lib/services/telemetry/told-exporter';
import { startTraces } from '@/lib/services/telemetry/traces';
import { isTracing, traced } from '@/lib/traced';
import { startOtlp } from '../../../e2e/support/court/otlp';

/** What a span with these looks like when it leaves. */
function sent(scope: string, name: string, attributes: Record<string, string | number>): ReadableSpan {
  const memory = new InMemorySpanExporter();
  const provider = new TracerProvider({
    spanProcessors: [new SimpleSpanProcessor({ exporter: new ToldExporter(memory) })],
  });
  const span = provider.getTracer(scope).startSpan(name, { attributes, kind: SpanKind.SERVER });
  span.recordException(new Error('nobody@example.org'));
  span.setStatus({ code: SpanStatusCode.ERROR, message: 'nobody@example.org' });
  span.addLink({ context: span.spanContext(), attributes: { who: 'nobody@example.org' } });
  span.end();
  const [left] = memory.getFinishedSpans();
  if (!left) throw new Error('no span left');
  return left;
}

it('lets nothing of what was asked for leave with a span of the framework', () => {
  const left = sent('next.js', 'GET /en/verify/SECRET?q=nobody@example.org', {
    'http.method': 'GET',
    'http.target': '/en/verify/SECRET?q=nobody@example.org',
    'http.url': 'https://claims.example.org/en/verify/SECRET',
    'next.span_type': 'BaseServer.handleRequest',
    'next.span_name': 'GET /en/verify/SECRET',
    'next.route': '/[locale]/verify/[code]',
    'http.status_code': 200,
  });
  expect(left.name).toBe('GET /[locale]/verify/[code]');
  expect(left.attributes).toEqual({
    'http.method': 'GET',
    'next.span_type': 'BaseServer.handleRequest',
    'next.route': '/[locale]/verify/[code]',
    'http.status_code': 200,
  });
  expect([left.events, left.links, left.status]).toEqual([[], [], { code: SpanStatusCode.ERROR }]);
  expect(left.kind).toBe(SpanKind.SERVER);
  expect(left.duration).toHaveLength(2);
});

it('calls other spans of the framework by their type', () => {
  const fetched = sent('next.js', 'fetch GET https://storage/SECRET', {
    'next.span_type': 'AppRender.fetch',
    'http.url': 'https://storage/SECRET',
  });
  expect(fetched.name).toBe('AppRender.fetch');
  expect(sent('another', 'GET /SECRET', {}).name).toBe('next.js');
});

it('does the work where no traces are asked for', async () => {
  expect(isTracing()).toBe(false);
  expect(await traced('issue filing', async () => 'done')).toBe('done');
});

it('sends spans in spans, the kind of an error alone, and statements only within others', async () => {
  const otlp = await startOtlp();
  const stop = startTraces(`${otlp.url}/`);
  const attributes = { 'db.query.text': 'select $1', secret: 'nobody@example.org' };
  const statement = () => traced('database select', async () => 1, { attributes, within: true });
  await statement();
  await traced('issue filing', async () => {
    await statement();
    await traced('mail send', () => Promise.reject(new TypeError('nobody@example.org'))).catch(
      () => undefined,
    );
  });
  await stop();
  const spans = otlp.spans();
  expect(spans.map(({ name }) => name)).toEqual(['database select', 'mail send', 'issue filing']);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(otlp.text()).toContain('TypeError');
  expect(otlp.text()).not.toContain('nobody');
  otlp.close();
  expect(isTracing()).toBe(false);
});

it('goes on where no spans arrive', () => {
  const results: ExportResultCode[] = [];
  const failing = {
    export: (_: ReadableSpan[], done: (result: { code: ExportResultCode }) => void) =>
      done({ code: ExportResultCode.FAILED }),
    shutdown: async () => undefined,
  };
  const told = new ToldExporter(failing);
  for (let n = 0; n < 2; n += 1) told.export([], ({ code }) => results.push(code));
  expect(results).toEqual([ExportResultCode.FAILED, ExportResultCode.FAILED]);
});
