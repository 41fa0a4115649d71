import { execFile } from 'node:child_process';
import { fromPpm, type Picture } from '@/lib/testing/pdf/pages';

/** What a program said, and with which status it ended: null where it was killed for taking too long. */
export type Said = { status: number | null; stdout: Buffer; stderr: string };

/** Runs a program without blocking, for at most so many milliseconds. @throws where there is no such program */
export function ask(program: string, args: string[], timeout = 15_000): Promise<Said> {
  const options = { timeout, killSignal: 'SIGKILL', maxBuffer: 1 << 28, encoding: 'buffer' } as const;
  return new Promise((resolve, reject) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code === 'string') return reject(error);
      const status = error ? (error.killed ? null : Number(error.code ?? Number.NaN)) : 0;
      resolve({ status, stdout, stderr: stderr.toString() });
    });
  });
}

/** How bad qpdf finds a file: 0 nothing, 1 warnings, 2 errors; undefined where it does not come to an end. */
export async function qpdfSeverity(file: string): Promise<number | undefined> {
  const { status } = await ask('qpdf', ['--check', file]);
  if (status === null) return undefined;
  return status === 0 ? 0 : status === 3 ? 1 : 2;
}

/** A part of a page in pixels, from the top left. */
export type Part = { x: number; y: number; width: number; height: number };

/** A page as poppler shows it, or undefined where it does not. Pixels per inch of user space: it ignores /UserUnit. */
export async function shown(
  file: string,
  { page, pixelsPerInch, part }: { page: number; pixelsPerInch: number; part?: Part },
): Promise<Picture | undefined> {
  const only = part ? ['-x', part.x, '-y', part.y, '-W', part.width, '-H', part.height] : [];
  const size = ['-r', pixelsPerInch, '-cropbox', '-f', page, '-l', page, ...only].map(String);
  return fromPpm((await ask('pdftoppm', [...size, file])).stdout);
}
