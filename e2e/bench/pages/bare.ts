import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../../lib/testing/db/postgres';
import { until } from '../../support/until';

/** Below the builds, where the framework of the service is found, and nothing of the service is compiled. */
const folder = path.resolve('.builds', 'bare');
const next = path.resolve('node_modules/next/dist/bin/next');

const layout = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

/** As much text as our home page has. */
const page = `const words = 'Start a civil claim in the Superior Court of Justice: file it and receive it back by email. '.repeat(3);
export default function Page() {
  return <main><h1>A bare page</h1>{Array.from({ length: 18 }, (_, n) => <p key={n}>{words}</p>)}</main>;
}
`;

/** The same page, rendered anew for each request as a page with a nonce is. */
const renderedPage = page.replace(
  'export default function Page() {',
  `import { connection } from 'next/server';
export default async function Page() {
  await connection();`,
);

export type BareServer = { origin: string; pid: number; stop: () => Promise<void> };

/** The least that the framework can do: a static page and a rendered one, built and served by the same release of it. */
export async function startBare(): Promise<BareServer> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'app'), { recursive: true });
  writeFileSync(path.join(folder, 'app', 'layout.jsx'), layout);
  writeFileSync(path.join(folder, 'app', 'page.jsx'), page);
  mkdirSync(path.join(folder, 'app', 'rendered'));
  writeFileSync(path.join(folder, 'app', 'rendered', 'page.jsx'), renderedPage);
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  writeFileSync(path.join(folder, 'next.config.mjs'), 'export default { poweredByHeader: false };\n');
  const env = { ...process.env, NODE_ENV: 'production' as const, COURT_BUILD: '' };
  // By webpack: the other compiler takes the folder of the lock file for the root, and with it the service's own instrumentation.
  execFileSync(process.execPath, [next, 'build', '--webpack'], { cwd: folder, env, stdio: 'ignore' });
  const port = await freePort();
  const server: ChildProcess = spawn(process.execPath, [next, 'start', '-p', String(port)], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  const origin = `http://localhost:${port}`;
  await until('the bare page is served', () =>
    fetch(origin).then(
      (answer) => answer.ok,
      () => false,
    ),
  );
  return {
    origin,
    pid: server.pid ?? 0,
    stop: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
