import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, setDatabase } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';
import { openPostgres } from '@/lib/data/db/open';
import { readRegister } from '@/lib/data/register/register-reading';
import { writeRegisterLine } from '@/lib/domain/register/register-line';
import { env } from '@/lib/env';
import { submitClaim } from '@/lib/jobs/issuing/submit';
import { journalFolder } from '@/lib/jobs/upkeep/journal';
import { newFiler } from '@/lib/testing/account/people';
import { certifiedContentSeen } from '@/lib/testing/claim/certified-content';
import { readyDraft } from '@/lib/testing/claim/submit';
import { boot, court } from '@/lib/testing/cli/court';
import { type Copy, copyEmbedded, dumpPostgres } from '@/lib/testing/db/copies';
import { onOne, ownDatabase } from '@/lib/testing/db/databases';

// The journal of this court alone: other tests share their DATA_DIR.
await vi.hoisted(async () => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  process.env.DATA_DIR = mkdtempSync(`${tmpdir()}/court-fence-`);
});

const inHours = new Date('2026-11-23T15:00:00Z');
const atNight = new Date('2026-11-24T03:00:00Z');
const { DATA_DIR } = env;
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

/** Files a claim as its filer does. @returns its reference */
async function file(courtNow: Date, promised: string): Promise<string> {
  const filer = await newFiler(courtNow);
  const { reference: draft } = await readyDraft(filer);
  const seen = await certifiedContentSeen(filer, draft);
  const asked = { draft, locale: 'en', key: randomUUID(), promised, seen } as const;
  const submitted = await submitClaim(filer, asked, { now: new Date(), courtNow }, 300_000);
  if (submitted.kind !== 'submitted') throw new Error(submitted.kind);
  return submitted.reference;
}

async function fileSome(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await file(inHours, '2026-11-23');
}

/** The register as the court publishes it. */
async function publish(): Promise<string[]> {
  const lines: string[] = [];
  for await (const entry of readRegister()) lines.push(writeRegisterLine(entry));
  return lines;
}

const issuedNumbers = (lines: string[]): string[] =>
  lines.flatMap((line) => JSON.parse(line).fileNumber ?? []);
const hashOf = (line = '{}'): string => JSON.parse(line).hash;

type Variables = Record<string, string>;
const open = ({ DATABASE_URL: url }: Variables) => (url ? openPostgres(url) : openEmbedded(DATA_DIR));

async function within<T>(variables: Variables, work: () => Promise<T>): Promise<T> {
  const opened: Database = await open(variables);
  setDatabase(opened);
  return work().finally(() => opened.close());
}

type Kind = { name: string; make: () => Promise<Variables>; copy: (made: Variables) => Promise<Copy> };
const kinds: [embedded: Kind, postgres: Kind] = [
  { name: 'the embedded database', make: async () => ({ DATA_DIR }), copy: () => copyEmbedded(DATA_DIR) },
  {
    name: 'PostgreSQL',
    make: async () => ({ DATA_DIR, DATABASE_URL: await ownDatabase() }),
    copy: ({ DATABASE_URL = '' }) => dumpPostgres(DATABASE_URL),
  },
];

describe.each(onOne(kinds))('a database restored from an older copy: $name', ({ name, make, copy }) => {
  const isThere = name !== 'PostgreSQL' || Boolean(process.env.TEST_DATABASE_URL);
  const published = path.join(DATA_DIR, 'published.ndjson');
  let variables: Variables;
  let before: string[];
  let acknowledged: string;

  beforeAll(async () => {
    if (!isThere) return;
    rmSync(journalFolder(), { recursive: true, force: true });
    variables = await make();
    expect(boot(variables)).toEqual({ stdout: '', stderr: '', status: 0 });
    await within(variables, () => fileSome(2));
    const kept = await copy(variables);
    await within(variables, async () => {
      await fileSome(3);
      acknowledged = await file(atNight, '2026-11-24');
      before = await publish();
    });
    writeFileSync(published, before.map((line) => `${line}\n`).join(''));
    variables = { ...variables, ...(await kept.restore()) };
  });

  it.skipIf(!isThere)('is refused at the start, with what is missing and how to go on', async () => {
    expect(issuedNumbers(before)).toHaveLength(5);
    const { stderr, status } = boot(variables);
    expect(status).toBe(1);
    expect(stderr).toContain(`entries 3 to 5 of the register are missing, root ${hashOf(before[4])}`);
    expect(stderr).toContain('court file number CV-26-00000005-0000 is missing');
    expect(stderr).toContain('the numbers of 2026 are known up to 5');
    expect(stderr).toContain(`filing ${acknowledged} is missing`);
    expect(stderr).toContain('npm run -s court -- fence');
    expect(await within(variables, publish)).toEqual(before.slice(0, 2));
  });

  it.skipIf(!isThere)('takes no broken file for the register', async () => {
    const broken = path.join(DATA_DIR, 'broken.ndjson');
    writeFileSync(broken, before.toSpliced(3, 1).join('\n'));
    expect(court(['fence', broken], variables)).toMatchObject({ status: 1 });
    expect(court(['fence', published, '--margin', '0'], variables)).toMatchObject({ status: 2 });
    expect(await within(variables, publish)).toEqual(before.slice(0, 2));
  });

  it.skipIf(!isThere)(
    'is fenced: numbers go on beyond those known and a margin, and the register says so',
    async () => {
      const { stdout, status } = court(['fence', published, '--margin', '20'], variables);
      expect(status).toBe(0);
      expect(stdout).toContain(`entries 3 to 5 of the register are missing, root ${hashOf(before[4])}\n`);
      for (const n of [3, 4, 5]) expect(stdout).toContain(`CV-26-0000000${n}-0000 is missing\n`);
      expect(stdout).toContain(`filing ${acknowledged} is missing\n`);
      expect(stdout).toContain('CV-26-00000003-0000 to CV-26-00000025-0000 will not be given.\n');
      const lines = await within(variables, publish);
      expect(lines.slice(0, 2)).toEqual(before.slice(0, 2));
      expect(JSON.parse(lines[2] ?? '')).toMatchObject({
        entry: 3,
        kind: 'gap',
        lost: { first: 3, last: 5, root: hashOf(before[4]) },
        numbers: [{ first: 'CV-26-00000003-0000', last: 'CV-26-00000025-0000' }],
        filings: expect.arrayContaining([acknowledged]),
      });
    },
  );

  it.skipIf(!isThere)('is not changed by a second fence', async () => {
    const lines = await within(variables, publish);
    for (const more of [[published], []]) {
      const { stdout, status } = court(['fence', ...more], variables);
      expect([stdout, status]).toEqual([
        'Nothing is missing that the register does not state. Nothing was changed.\n',
        0,
      ]);
    }
    expect(await within(variables, publish)).toEqual(lines);
  });

  it.skipIf(!isThere)('is started again, gives no number twice, and its register verifies', async () => {
    expect(boot(variables)).toEqual({ stdout: '', stderr: '', status: 0 });
    const after = await within(variables, async () => {
      await fileSome(2);
      return publish();
    });
    expect(issuedNumbers(after).slice(2)).toEqual(['CV-26-00000026-0000', 'CV-26-00000027-0000']);
    const given = new Set(
      [...before, ...after]
        .map((line) => JSON.parse(line))
        .flatMap((each) => (each.fileNumber ? [`${each.fileNumber} ${each.reference}`] : [])),
    );
    expect(new Set([...given].map((each) => each.split(' ')[0])).size).toBe(given.size);

    const whole = path.join(DATA_DIR, 'whole.ndjson');
    writeFileSync(whole, after.join('\n'));
    const lostRoot = hashOf(before[4]);
    for (const where of [[], [whole]]) {
      const { stdout, status } = court(['verify-register', ...where, '--root', lostRoot], variables);
      expect(stdout).toContain('5 entries, root ');
      expect(stdout).toContain(`Entry 3 states a gap: entries 3 to 5, root ${lostRoot}; court file numbers`);
      expect(stdout).toContain(`Entry 5 had the root ${lostRoot} and is lost: entry 3 says so.`);
      expect(status).toBe(0);
    }
  });

  it.skipIf(!isThere)('is fenced by the number of a claim in somebody’s hands', () => {
    const known = ['fence', '--beyond', 'CV-26-00004000-0000'];
    expect(court(known, variables).stdout).toContain(
      'the numbers of 2026 are known up to 4000\nCourt file numbers CV-26-00000028-0000 to CV-26-00005000-0000 will not be given.\n',
    );
    expect(court(known, variables).stdout).toContain('Nothing was changed.');
    expect(court(['verify-register'], variables)).toMatchObject({ status: 0 });
  });
});
