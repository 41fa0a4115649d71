/**
 * What the embedded service keeps, by name: the `bytes` of files, their `records`, the `ids` under which the app
 * finds them again, and the notes of what is `incoming`.
 */
export type Kind = 'bytes' | 'records' | 'ids' | 'incoming';

/** An upload cannot go on from the byte that was asked for. */
export class WrongStart extends Error {
  override message = 'the upload cannot go on from there';
}

/** Where the embedded service stores. Whoever shares the place shares all of it: no driver keeps state of its own. */
export type Driver = {
  /** All bytes under the name, or null if there are none. */
  open(kind: Kind, name: string): Promise<Blob | null>;
  /** Stores bytes durably, whole or not at all, in place of what was under the name. */
  write(kind: Kind, name: string, bytes: Uint8Array): Promise<void>;
  /** An absent name is no error. */
  remove(kind: Kind, name: string): Promise<void>;
  /** All names of a kind, some at a time, in any order. */
  list(kind: Kind): AsyncIterable<string[]>;
  /** How many bytes of an upload have arrived, from which it can go on. */
  arrived(upload: string): Promise<number>;
  /**
   * Appends to an upload of `size` bytes from byte `start` on. Once whole it is, durably, the `bytes` of that name. What
   * arrived before the file broke off stays, as far as `arrived` says; of an upload that is too long nothing stays.
   * @returns how many bytes it took
   * @throws WrongStart; whatever the file throws
   */
  append(upload: string, start: number, size: number, file: AsyncIterable<Uint8Array>): Promise<number>;
  /** Removes what is left of uploads that began before an instant and did not become whole. */
  removeAbandoned(before: Date): Promise<void>;
  /** Forbids anyone to change or delete the `bytes` before an instant, where the place can do that. */
  lock?(name: string, until: Date): Promise<void>;
};
