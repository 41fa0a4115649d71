import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type ChainedEntry,
  type FilingEntry,
  ORIGIN,
  registerHash,
  registerText,
} from '@/lib/domain/register/register';
import { readRegisterLine, writeRegisterLine } from '@/lib/domain/register/register-line';
import { RegisterWalk } from '@/lib/domain/register/register-walk';

type Filed = FilingEntry & { hash: string };

const hex = (digit: string) => digit.repeat(64);

/** A register of `count` entries. */
function chain(count: number): Filed[] {
  const made: Filed[] = [];
  for (let entry = 1; entry <= count; entry += 1) {
    const text = {
      ...{ entry, kind: 'issued' as const, reference: `R-0000-${String(entry).padStart(4, '0')}` },
      ...{ fileNumber: `CV-26-${String(entry).padStart(8, '0')}-0000`, court: 'barrie' },
      issuedOn: '2026-11-23',
      recordedAt: new Date(Date.UTC(2026, 10, 23, 15, 0, entry)),
      documents: [{ kind: 'claim' as const, sha256: hex('a') }],
      previous: made.at(-1)?.hash ?? ORIGIN,
    };
    made.push({ ...text, hash: registerHash(text) });
  }
  return made;
}

/** The number of the first broken entry, or undefined. */
function firstBroken(entries: ChainedEntry[]): number | undefined {
  const walk = new RegisterWalk();
  for (const entry of entries) {
    const fault = walk.step(entry);
    if (fault) return fault.entry;
  }
  return undefined;
}

it('covers every fact of an entry by a text that anyone can hash', () => {
  const [entry] = chain(1);
  expect(entry && registerText(entry)).toBe(
    [
      'entry: 1',
      'kind: issued',
      'filing: R-0000-0001',
      'file: CV-26-00000001-0000',
      'court: barrie',
      'date: 2026-11-23',
      'recorded: 2026-11-23T15:00:01.000Z',
      `document: claim ${hex('a')}`,
      `previous: ${ORIGIN}`,
      '',
    ].join('\n'),
  );
});

it('states what a corrected version corrects, and by the order of which day', () => {
  const [first] = chain(1);
  if (!first) throw new Error('no entry');
  const corrects = { filing: 'R-0000-0001', orderedOn: '2026-11-20' };
  const corrected = { ...first, kind: 'corrected' as const, corrects };
  expect(registerText(corrected)).toContain('corrects: R-0000-0001\nordered: 2026-11-20\ndocument:');
  const amended = { ...first, kind: 'amended' as const, corrects: { ...corrects, orderedOn: null } };
  expect(registerText(amended)).toContain('corrects: R-0000-0001\nordered: -\ndocument:');
  for (const entry of [corrected, amended]) {
    const chained = { ...entry, hash: registerHash(entry) };
    expect(readRegisterLine(writeRegisterLine(chained))).toEqual(chained);
    expect(registerHash({ ...entry, corrects: { ...entry.corrects, filing: 'R-0000-0002' } })).not.toBe(
      chained.hash,
    );
  }
});

it('walks a whole register to its root, and a part of one', () => {
  const entries = chain(20);
  const walk = new RegisterWalk();
  expect(entries.map((entry) => walk.step(entry))).toEqual(entries.map(() => undefined));
  expect([walk.count, walk.root]).toEqual([20, entries.at(-1)?.hash]);
  const [, , , , fifth, ...rest] = entries;
  if (!fifth) throw new Error('no entry');
  const part = new RegisterWalk({ entry: fifth.entry - 1, hash: fifth.previous });
  for (const entry of [fifth, ...rest]) expect(part.step(entry)).toBeUndefined();
  expect(part.count).toBe(16);
});

it('finds the entry of a root that was sought, or what a part begins after', () => {
  const entries = chain(5);
  const [second, fourth] = [entries[1], entries[3]];
  if (!second || !fourth) throw new Error('no entry');
  const foundAt = (sought: string, walk = new RegisterWalk(undefined, sought), walked = entries) => {
    for (const entry of walked) walk.step(entry);
    return walk.foundAt;
  };
  expect(foundAt(second.hash)).toBe(2);
  expect(foundAt(hex('b'))).toBeUndefined();
  expect(foundAt(ORIGIN)).toBeUndefined();
  const part = new RegisterWalk({ entry: 3, hash: fourth.previous }, fourth.previous);
  expect(foundAt(fourth.previous, part, entries.slice(3))).toBe(3);
});

const changes: Record<string, (entry: Filed) => Filed> = {
  kind: (entry) => ({ ...entry, kind: 'void' }),
  reference: (entry) => ({ ...entry, reference: 'R-XXXX-XXXX' }),
  fileNumber: (entry) => ({ ...entry, fileNumber: null }),
  court: (entry) => ({ ...entry, court: 'perth' }),
  issuedOn: (entry) => ({ ...entry, issuedOn: '2026-11-24' }),
  recordedAt: (entry) => ({ ...entry, recordedAt: new Date(entry.recordedAt.getTime() + 1) }),
  documents: (entry) => ({ ...entry, documents: [] }),
  previous: (entry) => ({ ...entry, previous: hex('b') }),
  hash: (entry) => ({ ...entry, hash: hex('b') }),
};

it('finds every change at the entry that was changed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 19 }), fc.constantFrom(...Object.keys(changes)), (at, field) => {
      const entries = chain(20).map((entry, i) => (i === at ? (changes[field]?.(entry) ?? entry) : entry));
      expect(firstBroken(entries)).toBe(at + 1);
    }),
  );
});

it('finds what was taken out, put in twice or swapped', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 18 }), (at) => {
      const entries = chain(20);
      expect(firstBroken(entries.toSpliced(at, 1))).toBe(at + 1);
      expect(firstBroken(entries.toSpliced(at, 0, ...entries.slice(at, at + 1)))).toBe(at + 2);
      const [a, b] = entries.slice(at, at + 2);
      if (a && b) expect(firstBroken(entries.toSpliced(at, 2, b, a))).toBe(at + 1);
    }),
  );
});

it('is not mended by hashing a changed entry anew: the next one shows it', () => {
  const entries = chain(3);
  const [first] = entries;
  if (!first) throw new Error('no entry');
  const changed = { ...first, court: 'perth' };
  expect(firstBroken([{ ...changed, hash: registerHash(changed) }, ...entries.slice(1)])).toBe(2);
});

it('is published as lines from which the same entries are read', () => {
  for (const entry of chain(3)) {
    expect(readRegisterLine(writeRegisterLine(entry))).toEqual(entry);
  }
  expect(readRegisterLine('{"entry":1}')).toBeUndefined();
  expect(readRegisterLine('no JSON')).toBeUndefined();
});

it('is read from lines exactly as they were written: no key twice, in another order or beside others', () => {
  const [first] = chain(1);
  const written = first ? writeRegisterLine(first) : '';
  for (const line of [
    written.replace('{"entry":1,', '{"entry":9,"entry":1,'),
    written.replace('"sha256":', '"sha256":"0","sha256":'),
    written.replace('"court":"barrie"', '"court":"\\u0062arrie"'),
    written.replace('{"entry":1,', '{"entry":1.0,'),
    `${written} `,
  ]) {
    expect(line).not.toBe(written);
    expect(readRegisterLine(line), line).toBeUndefined();
  }
});

/** A register of two entries, a gap that closes the numbers 3 to 9, and an entry that bears this number. */
function withGap(number: number): ChainedEntry[] {
  const [first, second] = chain(2);
  if (!first || !second) throw new Error('no entry');
  const gap = {
    ...{ entry: 3, kind: 'gap' as const, previous: second.hash },
    lost: { first: 3, last: 5, root: hex('c') },
    numbers: [{ first: 'CV-26-00000003-0000', last: 'CV-26-00000009-0000' }],
    filings: ['R-AAAA-AAAA', 'R-BBBB-BBBB'],
    recordedAt: new Date('2026-11-24T15:00:00Z'),
  };
  const hash = registerHash(gap);
  const next = { ...second, entry: 4, fileNumber: `CV-26-0000000${number}-0000`, previous: hash };
  const later = number > 9 ? { ...next, fileNumber: `CV-26-000000${number}-0000` } : next;
  return [first, second, { ...gap, hash }, { ...later, hash: registerHash(later) }];
}

it('states a gap by a text that anyone can hash, and by a line', () => {
  const [, second, gap] = withGap(10);
  expect(gap && registerText(gap)).toBe(
    [
      'entry: 3',
      'kind: gap',
      `lost: 3 5 ${hex('c')}`,
      'files: CV-26-00000003-0000 CV-26-00000009-0000',
      'filing: R-AAAA-AAAA',
      'filing: R-BBBB-BBBB',
      'recorded: 2026-11-24T15:00:00.000Z',
      `previous: ${second?.hash}`,
      '',
    ].join('\n'),
  );
  expect(gap && readRegisterLine(writeRegisterLine(gap))).toEqual(gap);
});

it('goes on after a gap with a number that the gap did not close, and with no other', () => {
  expect(firstBroken(withGap(10))).toBeUndefined();
  for (const closed of [3, 5, 9]) expect(firstBroken(withGap(closed))).toBe(4);
  const changed = withGap(10).map((entry) => (entry.kind === 'gap' ? { ...entry, filings: [] } : entry));
  expect(firstBroken(changed)).toBe(3);
});

it('finds the root of what was lost in the gap that states it', () => {
  const walk = new RegisterWalk(undefined, hex('c'));
  for (const entry of withGap(10)) walk.step(entry);
  expect([walk.foundAt, walk.lostIn?.entry]).toEqual([undefined, 3]);
});
