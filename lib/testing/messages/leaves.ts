/** Every text of a catalogue, with the path of its key. */
export function leaves(texts: object, path = ''): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    value && typeof value === 'object'
      ? leaves(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as [string, string]],
  );
}
