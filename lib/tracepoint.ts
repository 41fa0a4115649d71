import { channel } from 'node:diagnostics_channel';

/**
 * The points at which a crash would be most awkward, in the order in which a claim passes them. Whoever watches the
 * service from inside its process (a tracer, a test of faults) subscribes to the channel `court:milestone`.
 */
export type FaultPoint =
  | 'filing-due'
  | 'filing-leased'
  | 'number-bound'
  | 'document-read'
  | 'document-stored'
  | 'filing-issued'
  | 'mail-leased'
  | 'mail-accepted'
  | 'mail-marked'
  | 'proposal-approved'
  | 'proposal-carried-out'
  | 'proposal-committed';

const tracepoints = channel('court:milestone');

/** Tells that a point was reached, at once and only to those who listen. `subject` is a reference or an id. */
export function tracepoint(point: FaultPoint, subject: string): void {
  if (tracepoints.hasSubscribers) tracepoints.publish({ point, subject });
}
