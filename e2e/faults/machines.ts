import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { freePort } from '../../lib/testing/db/postgres';
import { startSwift, type TestS3, wantSwift } from '../../lib/testing/storage/swift';
import { canMakeNamespaces, Machine } from '../support/machines/namespace';
import { hasNginx, startProxy } from '../support/machines/proxy';
import { newClaimant } from '../support/people/claimant';
import type { Visitor } from '../support/people/visitor';
import { check } from './check';
import { Court } from './court';
import { until } from './until';

const inHours = '2026-11-24T15:00:00.000Z';
const bytes = 100_000;
/** Fewer than one person may submit in an hour. */
const claimsEach = 80;

async function makeBucket({ env }: TestS3): Promise<void> {
  const credentials = { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY };
  const client = new S3Client({
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    forcePathStyle: true,
    credentials,
  });
  await client.send(new CreateBucketCommand({ Bucket: env.S3_BUCKET }));
}

type Turn = { visitor: Visitor; draft: string };

/** Drafts that lack nothing but to be submitted, in no order, each with its person. */
async function prepare(court: Court, origin: string, claims: number): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let n = 0; turns.length < claims; n += 1) {
    const visitor = await newClaimant(origin, `machines-filer-${n}`, {
      'x-forwarded-for': `203.0.113.${n + 1}`,
    });
    const count = Math.min(claimsEach, claims - turns.length);
    const drafts = await court.act('drafts', `machines-filer-${n}`, count, inHours, bytes);
    turns.push(...(drafts as string[]).map((draft) => ({ visitor, draft })));
  }
  await court.confirmAddresses();
  return turns.sort((a, b) => a.draft.localeCompare(b.draft));
}

/** Submits as a person does who tries again until the receipt is there, always with the same form. @returns its reference */
async function submit({ visitor, draft }: Turn): Promise<string> {
  let review: Awaited<ReturnType<Visitor['get']>> | undefined;
  for (;;) {
    const asked = review ?? (await visitor.get(`/en/claims/${draft}/review`).catch(() => undefined));
    if (asked?.html.includes('name="certify"')) review = asked;
    const page =
      review && (await visitor.submit(review, 'certify', { certify: 'on' }).catch(() => undefined));
    const reference = /R-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page?.html ?? '')?.[0];
    if (reference) return reference;
    await wait(500);
  }
}

/** Submits all, several at once. @param told is called after each with how many there are */
async function submitAll(turns: Turn[], told: (done: number) => void): Promise<string[]> {
  const references: string[] = [];
  const left = turns.values();
  const worker = async () => {
    for (const turn of left) told(references.push(await submit(turn)));
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return references;
}

/** One app server on a machine, with a data folder of its own that has the court's key and nothing else of another's. */
async function startOn(machine: Machine, court: Court, origin: string, n: number): Promise<string> {
  const [port, dataDir] = [await freePort(), path.join(court.dataDir, `machine-${n}`)];
  mkdirSync(dataDir);
  cpSync(path.join(court.dataDir, 'authority'), path.join(dataDir, 'authority'), { recursive: true });
  const own = { DATA_DIR: dataDir, PORT: String(port), HOST: '0.0.0.0', PUBLIC_ORIGIN: origin };
  const front = {
    TRUSTED_PROXIES: `127.0.0.1 ${machine.gateway}`,
    COURT_CLOCK: inHours,
    WORKER_SECONDS: '0.5',
  };
  machine.run(['lib/start.mjs'], { ...court.env(), ...own, ...front }).stdout?.resume();
  const server = `${machine.address}:${port}`;
  await until(`the server of machine ${n} is well`, () =>
    fetch(`http://${server}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return server;
}

const portOf = (url: string | undefined) => Number(new URL(url ?? '').port);

/** Why this cannot be tried here; undefined where it can. */
function missing(): string | undefined {
  if (!wantSwift()) return 'an S3 server';
  if (!hasNginx()) return 'nginx';
  return canMakeNamespaces() ? undefined : 'the right to make network namespaces';
}

/**
 * Two app servers in network namespaces of their own, without a folder that they share; one PostgreSQL, one S3, one nginx.
 * People submit claims; one machine is cut off after a third of them, and comes back after two thirds.
 */
export async function machineCutOff({ claims }: { claims: number }): Promise<string> {
  const lacks = missing();
  if (lacks) {
    process.stderr.write(`\n*** NOT TESTED: several machines, which takes ${lacks} ***\n\n`);
    return 'NOT TESTED';
  }
  const court = await Court.open();
  const swift = await startSwift();
  const machines: Machine[] = [];
  const port = await freePort();
  let proxy: { stop: () => Promise<void> } | undefined;
  try {
    await makeBucket(swift);
    const secrets = {
      AUTH_SECRET: randomBytes(32).toString('hex'),
      ANSWERS_PEPPER: randomBytes(32).toString('hex'),
    };
    court.set({ STORAGE: 's3', ...swift.env, ...secrets });
    await court.act('authority');
    const shared = [court.database.url, court.resend.url, swift.env.S3_ENDPOINT].map(portOf);
    for (const n of [1, 2]) machines.push(await Machine.make(n, shared));
    const origin = `http://localhost:${port}`;
    const servers = await Promise.all(machines.map((machine, n) => startOn(machine, court, origin, n + 1)));
    proxy = await startProxy(port, {
      // One that does not answer is left out for a while.
      upstream: servers.map((server) => `server ${server} max_fails=1 fail_timeout=5s;`),
      location: ['proxy_connect_timeout 2s;', 'proxy_read_timeout 30s;'],
    });
    await until('the proxy answers', () =>
      fetch(`${origin}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const turns = await prepare(court, origin, claims);
    const started = performance.now();
    const references = await submitAll(turns, (done) => {
      if (done === Math.ceil(claims / 3)) machines[1]?.cutOff();
      if (done === Math.ceil((2 * claims) / 3)) machines[1]?.comeBack();
    });
    const seconds = (performance.now() - started) / 1000;
    assert.equal(new Set(references).size, claims, 'a receipt for each claim');
    await court.settled();
    await check(court, claims);
    return `${claims} claims to two machines, of which one was cut off for a third of them: none lost, none doubled; received in ${seconds.toFixed(0)} s`;
  } finally {
    machines[1]?.comeBack();
    await proxy?.stop();
    for (const machine of machines) await machine.remove();
    await swift.stop();
    await court.close();
  }
}
