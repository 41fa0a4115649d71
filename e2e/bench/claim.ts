import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { serverPrograms, startPostgres } from '../../lib/testing/db/postgres';
import { claimPdf } from '../fixtures/pdfs';
import { startServer } from '../support/court/server';
import { claimBlob, newClaimant, prepareDraft } from '../support/people/claimant';
import { fileFor, plainServer, putStored, sendForm } from './curl-upload';
import { addressOf, mustBeRead, put } from './put-upload';
import { familyMegabytes } from './resident';
import { savings } from './saving';
import { quantile } from './statistics';

const megabyte = 1024 * 1024;
const rounds = 12;
const largeRounds = 7;
const saves = 50;
const goals = { saveMs: 100, oneMs: 1_000, largeMs: 5_000, ratio: 1.5, atOnceMb: 250 };

function tell(name: string, value: number, unit: string, goal: number): void {
  const figure = unit === '' ? value.toFixed(2) : `${value.toFixed(0)} ${unit}`;
  process.stdout.write(`${name.padEnd(64)} ${figure.padStart(9)}${value > goal ? `  MISSED ${goal}` : ''}\n`);
}

/** A field saved; from the last byte of a claim to its findings and proposals; a large upload beside a plain one; memory for five at once. */
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
    const saving = await savings(server.origin, visitor, draft, saves);
    tell('a field saved while typing, p95', quantile(saving, 0.95), 'ms', goals.saveMs);
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
    const after: number[] = [];
    for (let n = 0; n < largeRounds; n += 1) after.push((await send(large)).after);
    tell('last byte of 35 MB to findings and proposals, p95', quantile(after, 0.95), 'ms', goals.largeMs);
    const file = fileFor(folder, large);
    const url = () => addressOf(server.origin, visitor, draft, large.length);
    await besidePlain(folder, { dataDir: server.dataDir, file, url });
    await fiveAtOnce(server, visitor, file, large.length);
  } finally {
    await sql.end();
    await server.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Large = { dataDir: string; file: string; url: () => Promise<string> };

/** Each round a plain PUT and an upload, both by curl, until the bytes are flushed to the same disk. */
async function besidePlain(folder: string, { dataDir, file, url }: Large): Promise<void> {
  const server = await plainServer(folder);
  const [plain, stored, all]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < largeRounds; n += 1) {
    plain.push(await server.put(file));
    const put = await putStored(dataDir, file, await url());
    stored.push(put.stored);
    all.push(put.all);
  }
  server.stop();
  const medians = [plain, stored, all].map((ms) => `${quantile(ms, 0.5).toFixed(0)} ms`);
  process.stdout.write(`35 MB: plain PUT ${medians[0]}, stored ${medians[1]}, answered ${medians[2]}\n`);
  const ratio = quantile(stored, 0.5) / quantile(plain, 0.5);
  tell('35 MB stored, over a plain PUT by curl that is stored, medians', ratio, '', goals.ratio);
}

/** Of one person's five drafts; an upload of the same draft takes the place of the one before. */
async function fiveAtOnce(
  { origin, pid }: { origin: string; pid: number },
  visitor: Awaited<ReturnType<typeof newClaimant>>,
  file: string,
  size: number,
): Promise<void> {
  const drafts: string[] = [];
  for (let n = 0; n < 5; n += 1) drafts.push(await prepareDraft(visitor, await claimBlob()));
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const idle = familyMegabytes(pid);
  let most = idle;
  const watch = setInterval(() => {
    most = Math.max(most, familyMegabytes(pid));
  }, 250);
  const urls = await Promise.all(drafts.map((draft) => addressOf(origin, visitor, draft, size)));
  await Promise.all(urls.map((url) => sendForm(file, url)));
  clearInterval(watch);
  tell('memory above idle for five of 35 MB at once', most - idle, 'MB', goals.atOnceMb);
}
