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

/** A string, as its bytes; those of an encrypted file as they stand in it. */
export class Str {
  constructor(readonly bytes: Uint8Array) {}
}

/** A value that was written before and holds no string: what is the same in every file is written once. */
export class Raw {
  constructor(readonly text: string) {}
}

export type Dict = Map<string, Value>;
export type Value = null | boolean | number | Name | Ref | Str | Raw | Value[] | Dict;

export const name = (value: string): Name => new Name(value);

/** A dictionary of the entries that are not undefined. */
export function dict(entries: Record<string, Value | undefined>): Dict {
  return new Map(Object.entries(entries).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;

/** Where new objects are put: each gets a number of its own. */
export interface NewObjects {
  add(value: Value): Ref;
  /** A stream whose bytes are as its /Filter in `dict` says; /Length is set. */
  addStream(dict: Dict, bytes: Uint8Array): Ref;
}
