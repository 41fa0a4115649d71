import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const court = (verb: string, input = '') =>
  spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli.ts', verb], { encoding: 'utf8', input });

it('prints the date of each instant, one a line', () => {
  const { stdout, status } = court(
    'issue-date',
    '2017-11-28T15:00:00Z\n2017-11-28T22:01:00Z\n2026-09-30T10:00:00-04:00\n',
  );
  expect(status).toBe(0);
  expect(stdout).toBe('2017-11-28\n2017-11-29\n2026-10-01\n');
});

it('says on standard error which verbs there are', () => {
  const { stderr, status } = court('fly');
  expect(status).toBe(2);
  expect(stderr).toContain('issue-date');
});
