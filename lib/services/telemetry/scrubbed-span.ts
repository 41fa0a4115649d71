import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

/** What may leave of a span's attributes. The framework's others hold addresses as they were asked for. */
const allowed = [
  ...['court.request_id', 'court.loop', 'error.type'],
  ...['db.system.name', 'db.operation.name', 'db.query.text'],
  ...['http.method', 'http.status_code', 'http.route'],
  ...['next.route', 'next.span_type', 'next.rsc'],
];

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/**
 * The name of a span of the framework: its type and the pattern of its route. Names that it gives itself may hold
 * the address of what was asked for.
 */
function nameOf({ attributes }: ReadableSpan): string {
  const type = text(attributes['next.span_type']) ?? 'next.js';
  const name = type === 'BaseServer.handleRequest' ? text(attributes['http.method']) : type;
  return [name, text(attributes['next.route'])].filter(Boolean).join(' ');
}

/**
 * What leaves of a span: no address, no query, no words of an error, nothing that was typed. Names and attributes of
 * our own spans are fixed words (lib/traced.ts).
 */
export function scrubbed(span: ReadableSpan): ReadableSpan {
  const kept: Attributes = {};
  for (const name of allowed) if (span.attributes[name] !== undefined) kept[name] = span.attributes[name];
  const isOurs = span.instrumentationScope.name === 'court';
  // Its other members are methods and getters: they stay the span's own.
  return Object.create(span, {
    name: { value: isOurs ? span.name : nameOf(span) },
    attributes: { value: kept },
    events: { value: [] },
    links: { value: [] },
    status: { value: { code: span.status.code } },
  });
}
