import type { SensitiveAct } from '@/lib/domain/access/access';
import type { ErrorKey } from '@/lib/messages/catalogue';

/**
 * The row does not exist, or the actor may not see it. Nothing distinguishes the two cases. Pages answer 404.
 */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`${what} not found`);
    this.name = 'NotFound';
  }
}

/** The request is understood and refused; `key` names the message under `errors`. */
export class Refused extends Error {
  constructor(readonly key: ErrorKey) {
    super(`refused: ${key}`);
    this.name = 'Refused';
  }
}

/** The actor may do this after confirming their identity again; `act` is the act that they attempted. */
export class ConfirmationNeeded extends Error {
  constructor(readonly act: SensitiveAct | 'change second step') {
    super(`confirmation needed: ${act}`);
    this.name = 'ConfirmationNeeded';
  }
}

/**
 * Refused for now: too many attempts in a short time, or too many at once. The message says when to try
 * again.
 */
export class MustWait extends Refused {
  constructor(
    readonly seconds: number,
    key: 'tryAgainIn' | 'tooManyCodes' | 'busy' = 'tryAgainIn',
  ) {
    super(key);
    this.name = 'MustWait';
  }
}

/** A colleague took a piece of work, or gave it back, since the page was opened. The message names who has it now. */
export class TakenMeanwhile extends Refused {
  constructor(
    key: 'takenMeanwhile' | 'workTakenMeanwhile',
    /** The ONE-key ID of who has it; null for nobody. */
    readonly holder: string | null,
  ) {
    super(key);
    this.name = 'TakenMeanwhile';
  }
}

/**
 * Facts in an e-mail that was written before the lock have changed. Nothing was done, and the e-mail is not
 * sent. The caller reads and writes again.
 */
export class Outdated extends Error {}
