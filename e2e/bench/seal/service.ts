import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import { sealPdf } from '@/lib/services/pdf-sandbox/pdf';
import { issued } from '@/lib/testing/pdf/pages';
import { time } from '../statistics';
import { claimOf } from './fixtures';
import { stampPlace } from './stamp';

const claims = 200;

/** How many claims of 200 KB the service seals in a second, all asked for at once. */
export async function claimsPerSecond(): Promise<number> {
  const bytes = claimOf(200 * 1024);
  const signer = await courtSigner();
  const sealOne = async () => {
    const sealed = await sealPdf(bytes, issued, stampPlace, signer);
    if (!sealed.ok) throw new Error(sealed.code);
  };
  await Promise.all(Array.from({ length: 20 }, sealOne));
  const ms = await time(() => Promise.all(Array.from({ length: claims }, sealOne)));
  return (claims * 1000) / ms;
}

type Late = { p99: number; most: number };

/** How late the event loop of a server is in milliseconds, idle and while files of 10 and 35 MB are sealed. */
export function eventLoopDelay(folder: string): { idle: Late; busy: Late } {
  const files = [10, 35].map((megabytes) => {
    const file = path.join(folder, `delay-${megabytes}.pdf`);
    writeFileSync(file, claimOf(megabytes * 1024 * 1024));
    return file;
  });
  const script = path.join(import.meta.dirname, 'delay.ts');
  const args = ['--import', 'tsx', script, ...files];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 300_000 }));
}
