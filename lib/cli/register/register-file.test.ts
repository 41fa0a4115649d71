import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { walkFile } from '@/lib/cli/register/register-file';
import { ORIGIN, registerHash } from '@/lib/domain/register/register';
import { writeRegisterLine } from '@/lib/domain/register/register-line';

const folder = mkdtempSync(path.join(tmpdir(), 'register-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines of a chain of entries, one for each instant. The first entry has the given number. */
function chain(instants: string[], first = 1, before = ORIGIN): string[] {
  let previous = before;
  return instants.map((instant, i) => {
    const entry = {
      ...{ entry: first + i, kind: 'redated' as const, reference: 'R-0000-0001', fileNumber: null },
      ...{ court: 'perth', issuedOn: '2026-11-23', recordedAt: new Date(instant), documents: [], previous },
    };
    previous = registerHash(entry);
    return writeRegisterLine({ ...entry, hash: previous });
  });
}

const days = ['2026-11-23T15:00:00Z', '2026-11-24T04:59:00Z', '2026-11-24T05:00:00Z'];
const invented = 'a'.repeat(64);

async function walk(lines: string[]) {
  const file = path.join(folder, 'register.ndjson');
  writeFileSync(file, lines.join('\n'));
  return walkFile(file);
}

it('walks a whole register of several days, from its beginning', async () => {
  expect(await walk(chain(days))).toMatchObject({ count: 3, start: { entry: 0, hash: ORIGIN } });
  await expect(walk(chain(days, 1, invented))).rejects.toThrow('entry 1 does not follow the entry before it');
});

it('walks the part of one day in Toronto, and tells after what', async () => {
  const part = await walk(chain(days.slice(0, 2), 7, invented));
  expect(part).toMatchObject({ count: 2, start: { entry: 6, hash: invented } });
});

it('takes nothing else for a register', async () => {
  await expect(walk(chain(days, 2, invented))).rejects.toThrow(
    'entry 1 is missing: only what was recorded on one day may begin later',
  );
  await expect(walk([])).rejects.toThrow('the file has no entries');
  await expect(walk([...chain(days), '{}'])).rejects.toThrow('line 4 is no entry of a register');
  await expect(walk(chain(days).toSpliced(1, 1))).rejects.toThrow(
    'entry 2 is missing: the next entry bears another number',
  );
});
