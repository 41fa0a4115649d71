import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  copyOf,
  type Stage,
  stagesOf,
  variablesOf,
  wordsOf,
} from '../../../lib/testing/operations/dockerfile';
import { freshDebian, npmCache } from './base';
import { inRoot } from './in-root';

/** What an image says of how it is to run. */
export type Image = {
  root: string;
  folder: string;
  variables: Record<string, string>;
  user: string;
  volume: string;
  command: string[];
  health: string[];
};

/** Whether .dockerignore keeps a file from the builder: its lines after the first, which leaves out all that is not named. */
function isIgnored(file: string): boolean {
  const lines = readFileSync('.dockerignore', 'utf8').split('\n');
  const kinds = lines.filter((line) => line.startsWith('**/*')).map((line) => line.slice(4));
  return lines.includes(file) || kinds.some((kind) => file.endsWith(kind));
}

/** Runs a line in an image under construction, as Docker does: as root, with the network, and with nothing else of this machine. */
function runIn(image: Image, line: string): void {
  const variables = {
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    HOME: '/root',
    ...image.variables,
  };
  const { root, folder } = image;
  const shared: [string, string] = [npmCache, '/var/cache/npm'];
  const [program = '', ...args] = inRoot({ root, isReadOnly: false, shared, folder, variables });
  execFileSync(program, [...args, '/bin/sh', '-c', line], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A folder's contents go into the target; a file goes into it where it ends with a slash. */
function copyIn(image: Image, rest: string, rootOf: (stage: string) => string): void {
  const { stage, sources, target } = copyOf(rest);
  const to = path.join(image.root, path.resolve(image.folder, target));
  for (const source of sources) {
    const from = stage ? path.join(rootOf(stage), source) : source;
    const isFolder = readdirSync(path.dirname(from), { withFileTypes: true }).some(
      (entry) => entry.name === path.basename(from) && entry.isDirectory(),
    );
    const place = isFolder ? to : path.join(to, path.basename(from));
    mkdirSync(path.dirname(place), { recursive: true });
    const filter = (file: string) => Boolean(stage) || !isIgnored(path.relative('.', file));
    if (stage) execFileSync('cp', ['-a', from, place]);
    else cpSync(from, place, { recursive: true, filter });
  }
}

type Step = (image: Image, rest: string, rootOf: (stage: string) => string) => void;

const steps: Record<string, Step> = {
  RUN: (image, rest) => {
    const began = performance.now();
    runIn(image, rest);
    process.stdout.write(`  ${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  RUN ${rest}\n`);
  },
  COPY: copyIn,
  WORKDIR: (image, rest) => {
    image.folder = rest;
    mkdirSync(path.join(image.root, rest), { recursive: true });
  },
  ENV: (image, rest) => Object.assign(image.variables, variablesOf(rest)),
  USER: (image, rest) => Object.assign(image, { user: rest }),
  VOLUME: (image, rest) => Object.assign(image, { volume: rest }),
  CMD: (image, rest) => Object.assign(image, { command: wordsOf(rest) }),
  HEALTHCHECK: (image, rest) => Object.assign(image, { health: wordsOf(rest) }),
  EXPOSE: () => undefined,
  STOPSIGNAL: () => undefined,
};

/** Does what the Dockerfile says, in the order in which it stands, in folders in place of layers. @returns the last image */
export function buildImage(folder: string): Image {
  const made = new Map<string, Image>();
  const build = ({ name, instructions }: Stage): Image => {
    const root = path.join(folder, name);
    freshDebian(root);
    const image = { root, folder: '/', variables: {}, user: 'root', volume: '', command: [], health: [] };
    for (const { name: step, rest } of instructions) {
      const take = steps[step];
      if (!take) throw new Error(`the test does not know ${step}`);
      take(image, rest, (stage) => made.get(stage)?.root ?? '');
    }
    return image;
  };
  for (const stage of stagesOf('Dockerfile')) made.set(stage.name, build(stage));
  const last = [...made.values()].at(-1);
  if (!last) throw new Error('the Dockerfile makes no image');
  return last;
}
