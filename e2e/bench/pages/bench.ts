import { gzipSync } from 'node:zlib';
import { serverPrograms, startPostgres } from '../../../lib/testing/db/postgres';
import { preparedPages } from '../../../lib/web/prepared/pages';
import { paths } from '../../../lib/web/routes/paths';
import { type CourtServer, startServer } from '../../support/court/server';
import { claimBlob, newClaimant, prepareDraft, submitDraft } from '../../support/people/claimant';
import type { Visitor } from '../../support/people/visitor';
import { time } from '../statistics';
import { startBare } from './bare';
import { perSecond } from './load';
import { keepToOne, processorMs } from './processor';

const target = {
  perSecond: 500,
  ofBare: 0.5,
  scriptKilobytes: 150,
  firstMs: 200,
  processorMs: 10,
  pagesPerSecond: 100,
};
const filings = 25;
/** After so many pages the compiler of the machine has seen most of what a page runs. A server makes them for weeks. */
const warmUp = 600;
const rounds = 100;

function say(words: string, isMet = true): void {
  process.stdout.write(`${words}${isMet ? '' : '  MISSED'}\n`);
}

/** The scripts of a page that a present browser runs, in kB gzipped. */
async function scriptKilobytes(origin: string, page: string): Promise<number> {
  const html = await (await fetch(origin + page)).text();
  const sources = [...html.matchAll(/<script[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/nomodule/i.test(tag))
    .flatMap((tag) => / src="([^"]+)"/.exec(tag)?.[1] ?? []);
  let bytes = 0;
  for (const source of new Set(sources)) {
    const script = await (await fetch(origin + source)).arrayBuffer();
    bytes += gzipSync(new Uint8Array(script)).length;
  }
  return bytes / 1000;
}

async function benchPublic(court: CourtServer, bare: number): Promise<void> {
  say(
    `public pages on one processor, 50 connections${' '.repeat(8)}requests/s  of a bare page  scripts, kB gzipped`,
  );
  for (const page of Object.keys(preparedPages) as (keyof typeof preparedPages)[]) {
    const path = `/en${page === '/' ? '' : typeof paths[page] === 'string' ? page : paths[page].en}`;
    const rate = await perSecond(court.origin, path);
    const kilobytes = await scriptKilobytes(court.origin, path);
    const isMet =
      rate >= target.perSecond && rate >= bare * target.ofBare && kilobytes <= target.scriptKilobytes;
    const figures = [
      rate.toFixed(0).padStart(10),
      (rate / bare).toFixed(2).padStart(16),
      kilobytes.toFixed(1).padStart(22),
    ];
    say(`${path.padEnd(52)} ${figures.join('')}`, isMet);
  }
}

/** A person with claims, and a draft. @returns the draft's reference */
async function fileClaims(visitor: Visitor): Promise<string> {
  const claim = await claimBlob(2);
  for (let n = 0; n < filings; n += 1) await submitDraft(visitor, await prepareDraft(visitor, claim));
  return prepareDraft(visitor, claim);
}

type Cost = { processor: number; whole: number };

/** The milliseconds of processor that a page costs, and those that its reader waits, once the server has got used to it. */
async function costOf(pid: number, get: () => Promise<unknown>): Promise<Cost> {
  for (let n = 0; n < warmUp; n += 1) await get();
  const before = processorMs(pid);
  const whole = await time(async () => {
    for (let n = 0; n < rounds; n += 1) await get();
  });
  return { processor: (processorMs(pid) - before) / rounds, whole: whole / rounds };
}

async function benchSignedIn(court: CourtServer, bare: Bare): Promise<void> {
  const visitor = await newClaimant(court.origin);
  const draft = await fileClaims(visitor);
  // Measured anew each time: a shared machine is not as quick at all times.
  const rendered = await bare.renderedMs();
  say(
    `pages of a person with ${filings} claims, ${rounds} times${' '.repeat(11)}ms of processor  of a bare page  ms for the reader`,
  );
  const step = `/en/claims/${draft}/nature`;
  for (const path of ['/en/account', '/en/drafts', '/en/transactions', step]) {
    const { processor, whole } = await costOf(court.pid, () => visitor.get(path));
    const figures = [
      processor.toFixed(1).padStart(10),
      (processor / rendered).toFixed(1).padStart(16),
      whole.toFixed(1).padStart(19),
    ];
    const isMet = processor <= target.processorMs && whole <= 1000 / target.pagesPerSecond;
    say(`${path.replace(draft, '…').padEnd(52)} ${figures.join('')}`, isMet);
  }
}

type Bare = { perSecond: number; renderedMs: () => Promise<number>; stop: () => Promise<void> };

async function bench(title: string, env: Record<string, string>, bare: Bare): Promise<void> {
  const court = await startServer({ clock: '2026-11-23T15:00:00Z', env: { LOG_LEVEL: 'fatal', ...env } });
  try {
    say(`\n${title}`);
    const first = await time(async () => (await fetch(`${court.origin}/en`)).text());
    say(`first page after the start: ${first.toFixed(0)} ms`, first <= target.firstMs);
    keepToOne(court.pid);
    await benchPublic(court, bare.perSecond);
    await benchSignedIn(court, bare);
  } finally {
    await court.stop();
  }
}

async function startBareBench(): Promise<Bare> {
  const { origin, pid, stop } = await startBare();
  keepToOne(pid);
  const rate = await perSecond(origin, '/');
  say(`a bare static page of the framework, on one processor: ${rate.toFixed(0)} requests/s`);
  say(`its scripts: ${(await scriptKilobytes(origin, '/')).toFixed(1)} kB gzipped`);
  const renderedMs = async () => {
    const { processor } = await costOf(pid, async () => (await fetch(`${origin}/rendered`)).text());
    say(`a bare page rendered for each request: ${processor.toFixed(1)} ms of processor`);
    return processor;
  };
  return { perSecond: rate, renderedMs, stop };
}

/** How many public pages a processor answers, beside a bare page of the framework, and what a person's own pages cost. */
export async function benchPages(): Promise<void> {
  const bare = await startBareBench();
  try {
    await bench('PGlite', {}, bare);
    const programs = serverPrograms();
    if (!programs) return say('*** PostgreSQL: NOT MEASURED, it is not installed ***');
    const postgres = await startPostgres(programs);
    await bench('PostgreSQL', { DATABASE_URL: postgres.url }, bare);
    await postgres.stop();
  } finally {
    await bare.stop();
  }
}
