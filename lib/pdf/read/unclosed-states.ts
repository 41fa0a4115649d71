const kinds = new Uint8Array(256);
const [regular, space, delimiter] = [0, 1, 2];
for (const character of '\0\t\n\f\r ') kinds[character.charCodeAt(0)] = space;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter;

const [percent, open, close, less, greater, slash, backslash] = [37, 40, 41, 60, 62, 47, 92];
const [newline, carriageReturn, capitalE, capitalI] = [10, 13, 69, 73];
/** The operators that matter, as `wordAt` tells them. */
const words = { q: 0x7100, Q: 0x5100, BT: 0x4254, ET: 0x4554, ID: 0x4944 };

/**
 * How many graphics states a page's decoded content leaves saved, by a `q` without its `Q`. Undefined if
 * nothing can be drawn after it safely: a `Q` finds no state to restore, or the content ends within a text, a
 * string or an inline image. The letters q and Q may also occur in strings, comments, names and inline
 * images. ISO 32000-2, 8.4.2.
 */
export function unclosedStates(content: Uint8Array): number | undefined {
  let states = 0;
  let isInText = false;
  let at = 0;
  while (at < content.length) {
    const end = tokenEnd(content, at);
    const word = wordAt(content, at, end);
    if (word === words.q) states += 1;
    if (word === words.Q) states -= 1;
    if (word === words.BT) isInText = true;
    if (word === words.ET) isInText = false;
    if (states < 0) return undefined;
    at = word === words.ID ? imageEnd(content, end) : end;
  }
  return isInText || at > content.length ? undefined : states;
}

/** One or two letters as a number, 0 for a longer token: an object for each token would take too long. */
function wordAt(content: Uint8Array, at: number, end: number): number {
  if (end - at > 2) return 0;
  return (content[at] ?? 0) * 256 + (end - at === 2 ? (content[at + 1] ?? 0) : 0);
}

/** Where the token ends that begins at `at`: a white space or a bracket counts as one. */
function tokenEnd(content: Uint8Array, at: number): number {
  const code = content[at];
  if (code === percent) return lineEnd(content, at);
  if (code === open) return stringEnd(content, at);
  if (code === less && content[at + 1] === less) return at + 2;
  if (code === less) return after(content, content.indexOf(greater, at));
  if (code === slash) return wordEnd(content, at + 1);
  return Math.max(at + 1, wordEnd(content, at));
}

const after = (content: Uint8Array, found: number) => (found === -1 ? beyond(content) : found + 1);

function wordEnd(content: Uint8Array, start: number): number {
  let at = start;
  while (at < content.length && kinds[content[at] ?? 0] === regular) at += 1;
  return at;
}

function lineEnd(content: Uint8Array, start: number): number {
  let at = start;
  while (at < content.length && content[at] !== newline && content[at] !== carriageReturn) at += 1;
  return at;
}

function stringEnd(content: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const code = content[at];
    if (code === backslash) at += 1;
    else if (code === open) depth += 1;
    else if (code === close) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return beyond(content);
}

/**
 * The position after an inline image's EI: the first EI that has white space around it and no binary data
 * behind it.
 */
export function imageEnd(content: Uint8Array, start: number): number {
  for (let at = content.indexOf(capitalE, start); at !== -1; at = content.indexOf(capitalE, at + 1)) {
    const isEnd = content[at + 1] === capitalI && kinds[content[at - 1] ?? 0] === space;
    if (isEnd && isText(content.subarray(at + 2, at + 12))) return at + 2;
  }
  return beyond(content);
}

/** The end of a construct that is never closed. */
const beyond = (content: Uint8Array) => content.length + 1;

const isText = (bytes: Uint8Array) =>
  (bytes.length === 0 || kinds[bytes[0] ?? 0] === space) &&
  bytes.every((code) => kinds[code] === space || (code > 31 && code < 127));
