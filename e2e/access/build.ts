import { readFileSync } from 'node:fs';
import path from 'node:path';
import { currentBuild } from '@/lib/builds.mjs';

/**
 * What the production build answers to, read from its own manifests: nothing that was built can be left out. Asked once a
 * server runs, which builds anew where the sources are newer.
 */

/** The path of a file or folder of the build. */
export const inBuild = (file: string) => path.join(currentBuild(process.cwd()) ?? '', file);

const read = <T>(file: string): T => JSON.parse(readFileSync(inBuild(file), 'utf8')) as T;

type References = Record<
  string,
  { workers: Record<string, unknown>; filename: string; exportedName: string }
>;

/** A server action; `name` is its file below app with its export, and `page` the route of a page that has it. */
export type BuiltAction = { id: string; name: string; page: string };

const routes = () => read<Record<string, string>>('app-path-routes-manifest.json');

const below = (kind: 'page' | 'route') =>
  Object.entries(routes())
    .filter(([file]) => file.endsWith(`/${kind}`))
    .map(([, route]) => route);

const withoutLanguage = (route: string) => route.replace(/^\/\[locale\]/, '') || '/';

/** One folder serves the pages of plaintiffs and of defendants: its route stands for both. */
const withParties = (route: string) =>
  route.includes('/[parties]')
    ? ['plaintiffs', 'defendants'].map((parties) => route.replace('[parties]', parties))
    : [route];

/** The routes of pages, such as `/account`, without the language that comes before. */
export const builtPages = () => below('page').map(withoutLanguage).flatMap(withParties);

/** The routes of handlers and of files that stand among them, such as `/api/documents/[id]`. */
export const builtHandlers = () => below('route');

/** Every server action, once. */
export function builtActions(): BuiltAction[] {
  const { node, edge } = read<{ node: References; edge: References }>(
    'server/server-reference-manifest.json',
  );
  const pages = routes();
  return Object.entries({ ...node, ...edge }).map(([id, { workers, filename, exportedName }]) => {
    const worker = Object.keys(workers).find((file) => file.endsWith('/page')) ?? '';
    const [page = ''] = withParties(withoutLanguage(pages[worker.replace(/^app/, '')] ?? ''));
    const file = filename.replace(/^app\/(\[locale\]\/)?/, '').replace(/\.tsx?$/, '');
    return {
      id,
      name: `${file}#${exportedName}`,
      page,
    };
  });
}
