import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether nginx is installed. */
export const hasNginx = () => spawnSync('nginx', ['-v']).status === 0;

/** Lines of nginx's settings: for its list of servers, and for how it asks them. */
export type ProxySettings = { upstream: string[]; location?: string[] };

const settings = (folder: string, port: number, { upstream, location = [] }: ProxySettings) => `
daemon off; pid ${folder}/pid; error_log ${folder}/log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 512; }
http {
  access_log off; client_max_body_size 360m;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  upstream court {
    ${upstream.join('\n    ')}
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://court; proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      ${location.join('\n      ')}
    }
  }
}
`;

const listens = (port: number) =>
  fetch(`http://localhost:${port}`).then(
    () => true,
    () => false,
  );

/** Starts an nginx in front of servers, and waits until it answers, whatever that is. */
export async function startProxy(
  port: number,
  servers: ProxySettings,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-proxy-'));
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, settings(folder, port, servers));
  const child = spawn('nginx', ['-p', folder, '-c', file, '-e', path.join(folder, 'log')], {
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (child.exitCode === null && !(await listens(port))) await wait(50);
  if (child.exitCode !== null) throw new Error(`nginx does not start with ${file}`);
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
