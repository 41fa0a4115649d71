import { z } from 'zod';
import type { DocumentType } from '@/lib/domain/claim/claim';
import type { Correction, CorrectionKind } from '@/lib/domain/claim/later/correction';
import type { IsoDate } from '@/lib/domain/court/day';
import { errorKey, type FieldErrors } from '@/lib/domain/text';

/**
 * Documents that are filed into the court file of an issued claim: the statement of claim after a notice of action
 * (Form 14D, r. 14.03(3)), and proof of service (r. 16.09): an affidavit (16B), the certificate of a sheriff or
 * bailiff (16C), or a lawyer's acceptance of service.
 */
export const SERVICE_KINDS = [
  'affidavit-of-service',
  'certificate-of-service',
  'acceptance-of-service',
] as const;
export const LATER_KINDS = ['statement-of-claim', ...SERVICE_KINDS] as const;
export type LaterKind = (typeof LATER_KINDS)[number];
/** Whatever stands in a court file beside the claim that opened it: filed by the filer, or a correction that the court files. */
export type FiledKind = LaterKind | CorrectionKind;
type ServiceKind = (typeof SERVICE_KINDS)[number];

/** What a statement of claim is filed with after its time: the defendant's written consent, or the order. r. 14.03(3) */
export const GROUND_KIND = 'consent-or-order';

/** The kinds of document that the draft of a later document takes, its own first. */
export const kindsTaken = (kind: LaterKind): (LaterKind | typeof GROUND_KIND)[] =>
  kind === 'statement-of-claim' ? [kind, GROUND_KIND] : [kind];

export const isServiceKind = (kind: string): kind is ServiceKind =>
  SERVICE_KINDS.some((known) => known === kind);

/** Whether a document of this kind can follow a claim of this type: only a notice of action awaits a statement of claim. */
export const follows = (kind: LaterKind, type: DocumentType): boolean =>
  isServiceKind(kind) || type === 'form-14c';

/** How a defendant was served; messages `serviceMethod.*`. r. 16.02, 16.03, 16.05 */
export const SERVICE_METHODS = [
  'personal',
  'lawyer',
  'residence',
  'mail',
  'corporation',
  'order',
  'other',
] as const;
type ServiceMethod = (typeof SERVICE_METHODS)[number];

/** Who was served, on which day and how. `defendant` is the place among the claim's defendants, from 0. */
export type Service = { defendant: number; name: string; on: IsoDate; method: ServiceMethod };

/** Whether each of so many defendants was served, by what was stated with all proof of service together. */
export function isServedOnAll(service: readonly Service[], defendants: number): boolean {
  const served = new Set(service.map(({ defendant }) => defendant));
  return defendants > 0 && Array.from({ length: defendants }, (_, n) => n).every((n) => served.has(n));
}

/** On what a statement of claim is filed after its time: r. 14.03(3). */
export const LATE_GROUNDS = ['consent', 'leave'] as const;
type LateGround = (typeof LATE_GROUNDS)[number];

/** What its filer states of a later document, and staff of a correction; kept with the filing. */
export type LaterStatement = { service?: Service[]; lateGround?: LateGround; correction?: Correction };

const servedOn = z.iso.date();
const methodOf = z.enum(SERVICE_METHODS);

type Sent = Record<string, string>;
type Within = { issuedOn: IsoDate; today: IsoDate };

/**
 * What a form says of the service on each defendant: `served-N` is `on` where defendant N was served, with `servedOn-N`
 * and `method-N`. Nobody is served before the claim is issued, or later than today.
 * @param names of the defendants
 * @returns the services, or messages by field
 */
export function servicesOf(
  sent: Sent,
  names: readonly string[],
  within: Within,
): { ok: true; service: Service[] } | { ok: false; fields: FieldErrors } {
  const read = names.flatMap((name, at) =>
    sent[`served-${at}`] === 'on' ? serviceOn(at, name, sent, within) : [],
  );
  const fields = Object.assign({}, ...read.map((one) => one.fields));
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  const service = read.flatMap((one) => one.service ?? []);
  return service.length > 0
    ? { ok: true, service }
    : { ok: false, fields: { 'served-0': errorKey('nobodyServed') } };
}

type Read = { fields: FieldErrors; service?: Service };

function serviceOn(defendant: number, name: string, sent: Sent, { issuedOn, today }: Within): Read {
  const [dayField, methodField] = [`servedOn-${defendant}`, `method-${defendant}`];
  const on = servedOn.safeParse(sent[dayField]?.trim()).data;
  const method = methodOf.safeParse(sent[methodField]).data;
  const isOutOfTime = on !== undefined && (on < issuedOn || on > today);
  if (on && method && !isOutOfTime) return { fields: {}, service: { defendant, name, on, method } };
  const wrongDay = isOutOfTime ? errorKey('servedOutOfTime') : errorKey('servedOn');
  return {
    fields: {
      ...((!on || isOutOfTime) && { [dayField]: wrongDay }),
      ...(!method && { [methodField]: errorKey('serviceMethod') }),
    },
  };
}
