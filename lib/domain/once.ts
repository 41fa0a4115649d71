/**
 * A function that makes something the first time it is called, and gives the same from then on. A failure is not remembered: the next
 * call tries again.
 * @param make rejects where it fails
 */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
