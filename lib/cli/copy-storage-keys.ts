import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';

/** The keys that UploadThing gave to copied files: a line each under DATA_DIR, so that an interrupted copy goes on. */
export class NewKeys {
  private constructor(
    private readonly file: string,
    private readonly keys: Map<string, string>,
    private readonly made = new Set(keys.values()),
  ) {}

  static async open(): Promise<NewKeys> {
    const file = path.join(env.DATA_DIR, 'copied-to-uploadthing');
    const text = await readFile(file, 'utf8').catch(() => '');
    const lines = text.split('\n').flatMap((line) => {
      const [from, to] = line.split(' ');
      return from && to ? [[from, to] as const] : [];
    });
    return new NewKeys(file, new Map(lines));
  }

  /** Whether a file was copied, or is one of UploadThing's own since the switch. */
  has(key: string): boolean {
    return this.keys.has(key) || this.made.has(key);
  }

  async add(from: string, to: string): Promise<void> {
    await appendFile(this.file, `${from} ${to}\n`, { mode: 0o600, flush: true });
    this.keys.set(from, to);
    this.made.add(to);
  }

  /** [old, new] each. */
  all(): [string, string][] {
    return [...this.keys];
  }
}
