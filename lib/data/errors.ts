/** The row does not exist, or the actor may not see it: the two are told apart nowhere. Pages answer 404. */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`${what} not found`);
    this.name = 'NotFound';
  }
}

/** The request is understood and refused; `key` names the words under `errors` in the messages. */
export class Refused extends Error {
  constructor(readonly key: string) {
    super(`refused: ${key}`);
    this.name = 'Refused';
  }
}

/** The actor may do it, once they have shown again that it is they; `act` is what they were about to do. */
export class ConfirmationNeeded extends Error {
  constructor(readonly act: string) {
    super(`confirmation needed: ${act}`);
    this.name = 'ConfirmationNeeded';
  }
}

/** Refused for now: too often in a short time, or too many at once. The words say when to try again. */
export class MustWait extends Refused {
  constructor(
    readonly seconds: number,
    key: 'tryAgainIn' | 'busy' = 'tryAgainIn',
  ) {
    super(key);
    this.name = 'MustWait';
  }
}
