import {
  beginAlert,
  endAlert,
  listAlerts,
  type Notice,
  noteAlert,
  tellAgain,
} from '@/lib/data/health/alerts';
import { ALERTS, type AlertKind, nextStep, type Troubles } from '@/lib/domain/health/alert';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { renderStaffAlert, type Tidings } from '@/lib/mail/staff-alert';

/** How often a server looks, in ms. */
export const lookEveryMs = Math.min(env.CHECK_SECONDS, 30) * 1000;
/** A server that ends leaves the others this long to see the trouble too. */
const quietMs = 4 * lookEveryMs;

async function noticeOf(kind: AlertKind, tidings: Tidings, detail: string, sinceAt: Date): Promise<Notice> {
  if (!env.STAFF_EMAIL) return undefined;
  const url = `${env.PUBLIC_ORIGIN}/en/admin`;
  return {
    recipient: env.STAFF_EMAIL,
    ...(await renderStaffAlert({ kind, tidings, detail, sinceAt, url })),
  };
}

/**
 * Tells staff what is wrong: once over all servers, again after an hour while it lasts, and when it is over. Each also
 * goes to the log.
 * @param troubles what this server sees now
 * @param now the system's time
 */
export async function tellStaff(troubles: Troubles, now: Date): Promise<void> {
  const lasting = await listAlerts();
  for (const kind of ALERTS) {
    const alert = lasting.get(kind);
    const detail = troubles[kind] ?? alert?.detail ?? '';
    const notice = (tidings: Tidings) => noticeOf(kind, tidings, detail, alert?.sinceAt ?? now);
    const step = nextStep(alert, troubles[kind] !== undefined, { now, quietMs });
    if (step === 'begin' && (await beginAlert(kind, detail, await notice('begun'), now)))
      log.error({ alert: kind, detail }, 'alert');
    if (step === 'note') await noteAlert(kind, detail, now);
    if (!alert) continue;
    if (step === 'tell-again' && (await tellAgain(kind, alert, detail, await notice('lasting'), now)))
      log.error({ alert: kind, detail }, 'alert lasts');
    if (step === 'end' && (await endAlert(kind, alert, await notice('over'), now)))
      log.warn({ alert: kind }, 'alert is over');
  }
}
