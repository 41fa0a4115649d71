import { readFileSync } from 'node:fs';

/** An instruction of a Dockerfile, such as `COPY`, and what follows it. */
type Instruction = { name: string; rest: string };
/** One image of a Dockerfile, from its `FROM` to the next. */
export type Stage = { name: string; from: string; instructions: Instruction[] };

/** The images that a Dockerfile makes, in order, with their instructions as they stand. */
export function stagesOf(file: string): Stage[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim());
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+) +(.*)$/.exec(line.trim()) ?? [];
    if (!name) throw new Error(`no instruction: ${line}`);
    if (name === 'FROM') {
      const [from = '', , alias = ''] = rest.split(' ');
      stages.push({ name: alias || String(stages.length), from, instructions: [] });
    } else stages.at(-1)?.instructions.push({ name, rest });
  }
  return stages;
}

/** What a `COPY` takes, from which stage if from any, and where it goes. */
export function copyOf(rest: string): { stage: string | undefined; sources: string[]; target: string } {
  const words = rest.split(' ').filter(Boolean);
  const stage = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const places = words.filter((word) => !word.startsWith('--'));
  return { stage, sources: places.slice(0, -1), target: places.at(-1) ?? '' };
}

/** The variables of an `ENV`, of the form NAME=value NAME=value. */
export function variablesOf(rest: string): Record<string, string> {
  return Object.fromEntries(
    [...rest.matchAll(/(\w+)=(\S*)/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The words of an instruction in its JSON form, such as `CMD ["node", "program"]`. */
export function wordsOf(rest: string): string[] {
  return JSON.parse(rest.slice(rest.indexOf('[')));
}
