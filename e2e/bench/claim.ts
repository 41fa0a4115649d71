import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { serverPrograms, startPostgres } from '../../lib/testing/db/postgres';
import { claimPdf } from '../fixtures/pdfs';
import { startServer } from '../support/court/server';
import { claimBlob, newClaimant, prepareDraft } from '../support/people/claimant';
import { addressOf, mustBeRead, put } from './put-upload';
import { familyMegabytes } from './resident';
import { quantile } from './statistics';

const run = promisify(execFile);
const megabyte = 1024 * 1024;
const rounds = 12;
const largeRounds = 5;
const goals = { oneMs: 1_000, largeMs: 5_000, ratio: 1.5, atOnceMb: 250 };

function tell(name: string, value: number, unit: string, goal: number): void {
  const figure = unit === '' ? value.toFixed(2) : `${value.toFixed(0)} ${unit}`;
  process.stdout.write(`${name.padEnd(64)} ${figure.padStart(9)}${value > goal ? `  MISSED ${goal}` : ''}\n`);
}

/** A server that stores what is put to it, and does nothing else. @returns how long curl takes to put a file there, in milliseconds */
async function plainPut(folder: string, bytes: Uint8Array): Promise<number[]> {
  const server = createServer(async (request, response) => {
    await pipeline(request, createWriteStream(path.join(folder, 'stored'), { flush: true }));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const file = path.join(folder, 'sent');
  writeFileSync(file, bytes);
  const { port } = server.address() as { port: number };
  const times: number[] = [];
  for (let n = 0; n < largeRounds; n += 1) {
    const args = ['-s', '-o', '/dev/null', '-w', '%{time_total}', '-T', file, `http://127.0.0.1:${port}/`];
    const { stdout } = await run('curl', args);
    times.push(Number(stdout) * 1000);
  }
  server.close();
  return times;
}

/** From the last byte of a claim to its findings and proposals; a large upload beside a plain one; memory for five at once. */
export async function benchClaim(): Promise<void> {
  const programs = serverPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed.');
  const database = await startPostgres(programs, 'on');
  const env = { DATABASE_URL: database.url, LOG_LEVEL: 'fatal' };
  const server = await startServer({ clock: '2026-11-24T15:00:00.000Z', env });
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  const folder = mkdtempSync(path.join(tmpdir(), 'court-bench-claim-'));
  try {
    const visitor = await newClaimant(server.origin);
    const draft = await prepareDraft(visitor, await claimBlob());
    const send = async (bytes: Uint8Array) => {
      const sent = await put(await addressOf(server.origin, visitor, draft, bytes.length), bytes);
      await mustBeRead(sql, draft);
      return sent;
    };
    const one = await claimPdf({ title: 'STATEMENT OF CLAIM', pages: 10, bytes: megabyte });
    const large = await claimPdf({ title: 'STATEMENT OF CLAIM', pages: 10, bytes: 34.9 * megabyte });
    await send(one);
    const small: number[] = [];
    for (let n = 0; n < rounds; n += 1) small.push((await send(one)).after);
    tell('last byte of 1 MB to findings and proposals, p95', quantile(small, 0.95), 'ms', goals.oneMs);
    const plain = await plainPut(folder, large);
    const sent: { ms: number; after: number }[] = [];
    for (let n = 0; n < largeRounds; n += 1) sent.push(await send(large));
    const after = sent.map((each) => each.after);
    tell('last byte of 35 MB to findings and proposals, p95', quantile(after, 0.95), 'ms', goals.largeMs);
    const sending = sent.map(({ ms, after }) => ms - after);
    const ratio = quantile(sending, 0.5) / quantile(plain, 0.5);
    tell('35 MB sent, over a plain PUT by curl that is stored, medians', ratio, '', goals.ratio);
    await fiveAtOnce(server, visitor, large);
  } finally {
    await sql.end();
    await server.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Five people's, from one after the other's drafts; an upload of the same draft takes the place of the one before. */
async function fiveAtOnce(
  { origin, pid }: { origin: string; pid: number },
  visitor: Awaited<ReturnType<typeof newClaimant>>,
  large: Uint8Array,
): Promise<void> {
  const drafts: string[] = [];
  for (let n = 0; n < 5; n += 1) drafts.push(await prepareDraft(visitor, await claimBlob()));
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const idle = familyMegabytes(pid);
  let most = idle;
  const watch = setInterval(() => {
    most = Math.max(most, familyMegabytes(pid));
  }, 250);
  const urls = await Promise.all(drafts.map((draft) => addressOf(origin, visitor, draft, large.length)));
  await Promise.all(urls.map((url) => put(url, large)));
  clearInterval(watch);
  tell('memory above idle for five of 35 MB at once', most - idle, 'MB', goals.atOnceMb);
}
