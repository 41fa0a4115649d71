import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { variables } from '@/lib/env';
import { rules } from '@/lib/env-rules';
import { copyOf, stagesOf, variablesOf, wordsOf } from '@/lib/testing/operations/dockerfile';
import { writeNginx } from '@/lib/testing/operations/nginx';

/** What docs/operations and the Dockerfile say, asked of the programs that read it. `npm run ops -- install` puts it up. */

const folder = mkdtempSync(path.join(tmpdir(), 'court-operations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(file, 'utf8');
const unit = read('docs/operations/court.service');
const valuesOf = (name: string) =>
  [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

/** A test of a program, left out loudly where that is not installed. */
function ifThere(program: string, name: string, test: () => void): void {
  const isThere = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  if (!isThere) process.stderr.write(`\n*** NOT TESTED, no ${program}: ${name} ***\n\n`);
  it.skipIf(!isThere)(name, test);
}

/** Runs a program. @returns all that it said, once it has ended well */
function ends(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect(`${stdout}${stderr}\nstatus ${status}`).toMatch(/status 0$/);
  return `${stdout}${stderr}`;
}

/** The unit, with the Node of this machine in the place of Debian's. */
function unitHere(): string {
  const file = path.join(folder, 'court.service');
  writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
  return file;
}

ifThere('systemd-analyze', 'systemd finds nothing wrong with the unit', () => {
  expect(ends('systemd-analyze', ['verify', '--man=no', unitHere()])).not.toMatch(/court\.service/);
});

ifThere('systemd-analyze', 'systemd calls the unit little exposed', () => {
  ends('systemd-analyze', ['security', '--offline=true', '--threshold=35', unitHere()]);
});

it('lets the unit make the namespaces that PDF processes are confined by', () => {
  const [allowed = ''] = valuesOf('RestrictNamespaces');
  for (const namespace of ['user', 'mnt', 'pid', 'net', 'ipc', 'uts', 'cgroup'])
    expect(allowed.split(' ')).toContain(namespace);
});

it('sets only variables that there are, in the unit and in the image', () => {
  const instructions = stagesOf('Dockerfile').flatMap((stage) => stage.instructions);
  const image = instructions
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ rest }) => Object.keys(variablesOf(rest)));
  const units = valuesOf('Environment').map((line) => line.split('=')[0] ?? '');
  const known = [...Object.keys(variables), 'NEXT_TELEMETRY_DISABLED'];
  expect(image).toContain('DATA_DIR');
  expect(units).toContain('DATA_DIR');
  expect([...image, ...units].filter((name) => !known.includes(name))).toEqual([]);
});

it('copies into the image what there is and what .dockerignore lets through', () => {
  const copies = stagesOf('Dockerfile')
    .flatMap((stage) => stage.instructions)
    .filter(({ name }) => name === 'COPY')
    .map(({ rest }) => copyOf(rest))
    .filter(({ stage }) => stage === undefined);
  const sources = copies.flatMap((copy) => copy.sources);
  const sent = read('.dockerignore').split('\n');
  expect(sources.length).toBeGreaterThan(8);
  expect(sources.filter((source) => !existsSync(source) || !sent.includes(`!${source}`))).toEqual([]);
});

it('needs no development package for a build: types of a dependency are dependencies', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
  const typed = Object.keys(devDependencies ?? {})
    .filter((name) => name.startsWith('@types/'))
    .map((name) => name.slice('@types/'.length));
  expect(Object.keys(dependencies ?? {})).toContain('@types/fontkit');
  expect(typed.filter((name) => Object.hasOwn(dependencies ?? {}, name))).toEqual([]);
});

it('has an image that runs as another user and is asked whether it is ready', () => {
  const last = stagesOf('Dockerfile').at(-1)?.instructions ?? [];
  const restOf = (name: string) => last.findLast((one) => one.name === name)?.rest ?? '';
  expect(restOf('USER')).toBe('court');
  expect(wordsOf(restOf('HEALTHCHECK')).join(' ')).toContain('/api/health/ready');
  expect(existsSync(wordsOf(restOf('CMD'))[1] ?? '')).toBe(true);
  expect(restOf('VOLUME')).toBe(
    valuesOf('Environment')
      .find((line) => /^DATA_DIR/.test(line))
      ?.slice(9),
  );
});

type Compose = { services: Record<string, { environment: Record<string, string | number> }> };

/** What an operator would give for what compose.yaml asks. */
const given: Record<string, string> = {
  COURT_ORIGIN: 'https://claims.example.org',
  COURT_MAIL_FROM: 'Court <court@claims.ca>',
  COURT_STAFF_EMAIL: 'office@claims.ca',
  COURT_RESEND_API_KEY: 're_1',
};

it('gives the service of compose.yaml variables that it takes', () => {
  const text = read('docs/operations/compose.yaml');
  const [header = ''] = text.split('\nname:');
  const { services } = parse(text) as Compose;
  const filled = Object.entries(services.court?.environment ?? {}).map(([name, value]) => {
    const words = String(value).replaceAll(/\$\{(\w+):\?\}/g, (_, asked: string) => {
      expect(header).toContain(asked);
      return given[asked] ?? 'a'.repeat(64);
    });
    expect(Object.keys(variables)).toContain(name);
    const parsed = variables[name as keyof typeof variables].safeParse(words);
    expect(`${name} ${parsed.error?.issues[0]?.message ?? ''}`).toBe(`${name} `);
    return [name, parsed.data] as const;
  });
  expect(filled.length).toBeGreaterThan(15);
  const values = Object.fromEntries(filled) as never;
  expect(rules.filter((rule) => !rule.isKept(values)).map(({ name, words }) => `${name} ${words}`)).toEqual(
    [],
  );
});

it('has a list of system calls that containers may not use, which leaves those for namespaces', () => {
  const { syscalls } = JSON.parse(read('docs/operations/seccomp.json')) as {
    syscalls: { names: string[] }[];
  };
  const refused = syscalls.flatMap(({ names }) => names);
  expect(refused).toContain('bpf');
  for (const name of ['clone', 'unshare', 'mount', 'pivot_root', 'umount2', 'capset'])
    expect(refused).not.toContain(name);
});

ifThere('nginx', 'nginx takes nginx.conf', () => {
  const args = writeNginx(folder, { tls: 8443, plain: 8080, servers: [3001, 3002] });
  expect(ends('nginx', ['-t', ...args])).toContain('test is successful');
});

ifThere('caddy', 'caddy takes the Caddyfile', () => {
  const file = path.join(folder, 'Caddyfile');
  cpSync('docs/operations/Caddyfile', file);
  ends('caddy', ['validate', '--adapter', 'caddyfile', '--config', file]);
});
