import { ConfirmationNeeded } from '@/lib/data/access/errors';
import { type Actor, isRecent, type SensitiveAct } from '@/lib/domain/access/access';

/**
 * Sensitive acts require a factor that was given in the last ten minutes. The system itself has none to give.
 * @throws ConfirmationNeeded
 */
export function requireFactor(actor: Actor, act: SensitiveAct, now: Date): void {
  if (actor.kind === 'system') return;
  if (actor.kind === 'anonymous' || !isRecent(actor.confirmedAt, now)) throw new ConfirmationNeeded(act);
}
