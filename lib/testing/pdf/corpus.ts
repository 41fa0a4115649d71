import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Files of other makers and those that failed before, beside the project where somebody put them there. */
const [corpus, cases] = [path.resolve('../shared/corpus'), path.resolve('../shared/cases')];

/** Paths of the files in a folder of the corpus, in a fixed order; none, and said loudly, where there is no corpus. */
export function corpusFiles(folder: 'wild' | 'matrix', tested: string): string[] {
  const files = path.join(corpus, folder);
  if (existsSync(files))
    return readdirSync(files, { encoding: 'utf8' })
      .sort()
      .map((file) => path.join(files, file));
  process.stderr.write(`\n*** NOT TESTED: ${tested}: there is no corpus at ${files} ***\n\n`);
  return [];
}

/** The path of a file that failed before; nothing, and said loudly, where it is not at hand. */
export function failedBefore(name: string): string | undefined {
  const file = path.join(cases, name);
  if (existsSync(file)) return file;
  process.stderr.write(`\n*** NOT TESTED: there is no ${file} ***\n\n`);
  return undefined;
}
