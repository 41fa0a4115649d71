/** The values a PDF is made of; ISO 32000-2, 7.3. */

/** A name such as /Type, without the slash and with its #xx decoded. */
export class Name {
  constructor(readonly value: string) {}
}

/** A reference to an indirect object. */
export class Ref {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

/** A string as its bytes. In an encrypted file these are the encrypted bytes. */
export class Str {
  constructor(readonly bytes: Uint8Array) {}
}

/**
 * A value already in written form, without strings. A part that all files share is then written only once.
 */
export class Raw {
  constructor(readonly text: string) {}
}

export type Dict = Map<string, Value>;
export type Value = null | boolean | number | Name | Ref | Str | Raw | Value[] | Dict;

export const name = (value: string): Name => new Name(value);

/** A dictionary of the entries that are defined. */
export function dict(entries: Record<string, Value | undefined>): Dict {
  return new Map(Object.entries(entries).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;

/** Receives new objects, and gives each its own number. */
export interface NewObjects {
  add(value: Value): Ref;
  /** Adds a stream whose bytes are encoded as /Filter in `dict` says; sets /Length. */
  addStream(dict: Dict, bytes: Uint8Array): Ref;
}
