import { strict as assert } from 'node:assert';
import { attributeOf, type Otlp, startOtlp } from '../../support/court/otlp';
import { Court } from '../court';
import { until } from '../until';
import { fileAsPerson } from './file-as-person';

const requestId = 'traces-request-1';
const strangersTrace = '0af7651916cd43dd8448eb211c80319c';

/** The time that one of many pages takes, in ms: the middle one. */
async function pageMs(origin: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 30; n += 1) {
    const began = performance.now();
    const answer = await fetch(`${origin}/en/help?made-anew`);
    await answer.text();
    assert.equal(answer.status, 200);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[15] ?? 0;
}

/** Files a claim and asks for addresses that hold secrets. @returns what must not be found in any span */
async function visitCourt(court: Court, origin: string): Promise<string[]> {
  const { person, visitor, reference } = await fileAsPerson(court, origin);
  const headers = { 'x-request-id': requestId, traceparent: `00-${strangersTrace}-b7ad6b7169203331-01` };
  await fetch(`${origin}/en/verify/SECRETCODE1?q=secretquery`, { headers });
  await fetch(`${origin}/api/recover/SECRETTOKEN2`, { headers, redirect: 'manual' });
  await fetch(`${origin}/en/nowhere/SECRETPATH3`, { headers });
  await court.settled();
  const { oneKeyId, password, email, answers } = person;
  const secrets = ['SECRETCODE1', 'secretquery', 'SECRETTOKEN2', 'SECRETPATH3', 'Tremblay', strangersTrace];
  const typed = [oneKeyId, password, email, ...answers, 'L4M 3P2', '555-0123'];
  const [cookie = ''] = visitor.cookies.values();
  return [...secrets, ...typed, reference, visitor.cookie, cookie];
}

/** What must be there: each part of the service, and the request by the pattern of its path. */
const expected = [
  ...['GET /[locale]/verify/[code]', 'database select', 'database insert', 'storage put', 'storage read'],
  ...['pdf examine', 'pdf seal', 'issue filing', 'mail send'],
];

async function checkSpans(otlp: Otlp, secrets: string[]): Promise<number> {
  const missing = () => {
    const names = new Set(otlp.spans().map(({ name }) => name));
    return expected.filter((name) => !names.has(name));
  };
  await until('every part has spans', () => missing().length === 0).catch((error: unknown) => {
    throw new Error(`no spans called ${missing().join(', ')}`, { cause: error });
  });
  const text = otlp.text();
  for (const secret of secrets) assert.ok(!text.includes(secret), `no ${secret} in any span`);
  const spans = otlp.spans();
  const own = spans.filter((span) => attributeOf(span, 'court.request_id') === requestId);
  assert.ok(
    own.some(({ name }) => name === 'GET /[locale]/verify/[code]'),
    'a request bears its id',
  );
  assert.ok(
    own.some(({ name }) => name.startsWith('database ')),
    'and so does what it asks of the database',
  );
  const statements = spans.map((span) => attributeOf(span, 'db.query.text')).filter(Boolean);
  assert.ok(
    statements.some((statement) => statement?.includes('$1')),
    'statements have $1 in the place of values',
  );
  return spans.length;
}

/**
 * Traces of a whole claim reach a receiver, and hold nothing of people, no token and no query. Then the receiver takes everything and
 * answers nothing, and then is gone: pages are made as before.
 */
export async function tellsTraces(): Promise<string> {
  const court = await Court.open(0);
  const otlp = await startOtlp();
  try {
    // No server in front is trusted: a trace that a stranger names is not theirs to continue.
    const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: otlp.url, LOG_LEVEL: 'warn', TRUSTED_PROXIES: '' };
    const server = await court.start(undefined, undefined, 1, traced);
    const count = await checkSpans(otlp, await visitCourt(court, server.origin));
    await pageMs(server.origin);
    const before = await pageMs(server.origin);
    otlp.fallSilent();
    const silent = await pageMs(server.origin);
    otlp.close();
    const gone = await pageMs(server.origin);
    for (const ms of [silent, gone])
      assert.ok(ms < 3 * before + 100, `a page takes ${ms} ms without a receiver, and ${before} ms with one`);
    await until('it is logged that traces are lost', () => server.output().includes('traces do not reach'));
    const ms = [before, silent, gone].map((one) => one.toFixed(0)).join(', ');
    return `${count} spans without a secret; a page in ${ms} ms: received, unanswered, refused`;
  } finally {
    otlp.close();
    await court.close();
  }
}
