import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { findPlaces } from '@/lib/pdf/placement/find-place';
import { median, time } from '../statistics';
import { type CandidateName, candidateNames, candidates } from './candidates';
import { type Fixture, writeFixtures } from './fixtures';
import { type Memory, memoryOf, memoryOfSealing } from './memory';
import { claimsPerSecond, eventLoopDelay } from './service';
import { delayLine, rateLine, tableOf } from './table';

export type Measured = {
  fixture: Fixture;
  /** Medians in milliseconds. */
  ms: Record<CandidateName, number>;
  memory: Record<CandidateName, Memory>;
  placing: number;
};

/** What one run forgets must not be collected in the next one's time, and no code must be forgotten with it. */
setFlagsFromString('--expose-gc');
setFlagsFromString('--no-flush-bytecode');
const collect: () => void = runInNewContext('gc');

/** Sealing from file to file beside the physical limit and two libraries, each taking its turn in every round. */
export async function benchSeal(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-seal-'));
  try {
    const fixtures = writeFixtures(folder);
    const [small] = fixtures;
    const measured: Measured[] = [];
    for (const fixture of fixtures) measured.push(await measure(fixture, small?.file ?? fixture.file));
    process.stdout.write(tableOf(measured));
    process.stdout.write(rateLine(await claimsPerSecond()));
    process.stdout.write(delayLine(eventLoopDelay(folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(fixture: Fixture, small: string): Promise<Measured> {
  const { file, rounds } = fixture;
  const samples = ofEach((): number[] => []);
  const placings: number[] = [];
  // As many before as are counted: by then every candidate is compiled, as in a process that serves.
  for (let round = -rounds; round < rounds; round += 1) {
    for (const name of candidateNames) {
      const to = `${file}.made`;
      collect();
      const ms = await time(() => candidates[name](file, to));
      rmSync(to);
      if (round >= 0) samples[name].push(ms);
    }
    const bytes = readFileSync(file);
    collect();
    const ms = await time(() => findPlaces(bytes).seen());
    if (round >= 0) placings.push(ms);
  }
  const memory: [CandidateName, Memory][] = [];
  for (const name of candidateNames) {
    const isGuarded = name === 'guarded seal';
    memory.push([name, isGuarded ? await memoryOfSealing(small, file) : memoryOf(name, small, file)]);
  }
  return {
    fixture,
    ms: ofEach((name) => median(samples[name])),
    memory: Object.fromEntries(memory) as Record<CandidateName, Memory>,
    placing: median(placings),
  };
}

const ofEach = <T>(make: (name: CandidateName) => T) =>
  Object.fromEntries(candidateNames.map((name) => [name, make(name)])) as Record<CandidateName, T>;
