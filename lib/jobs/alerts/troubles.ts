import { X509Certificate } from 'node:crypto';
import { hostname } from 'node:os';
import { findLateFilings, findMailTrouble } from '@/lib/data/health/troubles';
import { countFailedChecks } from '@/lib/data/register/stored-files';
import type { Times } from '@/lib/domain/court/calendar';
import { ALERTS, type AlertKind, endingCertificates, type Troubles } from '@/lib/domain/health/alert';
import { mostPulseMs } from '@/lib/jobs/health/checks';
import { faultOf } from '@/lib/jobs/health/health';
import { log } from '@/lib/log';
import { courtKey } from '@/lib/services/signing/signing-key';

/** Troubles of one machine name it: another may have none. */
function ofMachine(part: 'disk' | 'clock' | 'storage' | 'pdf'): string | undefined {
  const fault = faultOf(part);
  return fault && [hostname(), fault.figure].filter(Boolean).join(': ');
}

/** A server that was just started lets issuing have its first turn: before that there was none to have one. */
function ofWorker(): string | undefined {
  const fault = faultOf('worker');
  if (!fault || process.uptime() * 1000 < mostPulseMs) return undefined;
  return fault.figure ?? '—';
}

/** The court's certificate and those above it. */
async function findEndingCertificates(now: Date): Promise<string | undefined> {
  const { certificate, chain, authority } = await courtKey();
  const certificates = [certificate, ...chain, ...authority].map((der) => new X509Certificate(der));
  const nameOf = ({ subject }: X509Certificate) => /^CN=(.+)$/m.exec(subject)?.[1] ?? subject;
  return endingCertificates(new Map(certificates.map((one) => [nameOf(one), new Date(one.validTo)])), now);
}

/** How many stored files the nightly check found missing or changed. */
async function findFaultyFiles(): Promise<string | undefined> {
  const count = await countFailedChecks();
  return count > 0 ? String(count) : undefined;
}

/**
 * The examination of each kind of trouble: its detail, or undefined where there is none. Some kinds are told by other
 * parts of the service alone.
 */
const examinations: Partial<Record<AlertKind, (times: Times) => Promise<string | undefined>>> = {
  'late-filings': ({ courtNow }) => findLateFilings(courtNow),
  mail: ({ now }) => findMailTrouble(now),
  certificate: ({ now }) => findEndingCertificates(now),
  files: findFaultyFiles,
  worker: async () => ofWorker(),
  disk: async () => ofMachine('disk'),
  clock: async () => ofMachine('clock'),
  storage: async () => ofMachine('storage'),
  pdf: async () => ofMachine('pdf'),
};

/** All that this server sees to be wrong now. What cannot be examined is logged, and hides nothing else. */
export async function findTroubles(times: Times): Promise<Troubles> {
  const troubles: Troubles = {};
  for (const kind of ALERTS) {
    const detail = await examinations[kind]?.(times).catch((error: unknown) => {
      log.error({ err: error, kind }, 'a trouble could not be examined');
      return undefined;
    });
    if (detail) troubles[kind] = detail;
  }
  return troubles;
}
