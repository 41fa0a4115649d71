import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Front = { origin: string; log: string; stop: () => Promise<void> };

/** Whether nginx is installed. */
export const hasNginx = () => spawnSync('nginx', ['-v']).status === 0;

/** As docs/operations.md tells operators to set it up. */
const settings = (folder: string, port: number, servers: number[]) => `
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  upstream court {
    ${servers.map((server) => `server 127.0.0.1:${server} max_fails=0;`).join('\n    ')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://court;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}
`;

/** Starts nginx in front of servers on these ports of this machine. */
export async function startNginx(port: number, servers: number[]): Promise<Front> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-nginx-'));
  chmodSync(folder, 0o755);
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, settings(folder, port, servers));
  const nginx = spawn('nginx', ['-p', folder, '-c', file, '-e', path.join(folder, 'error.log')]);
  const ended = once(nginx, 'exit');
  const origin = `http://localhost:${port}`;
  for (let n = 0; nginx.exitCode === null && n < 200; n += 1) {
    if (
      await fetch(origin).then(
        () => true,
        () => false,
      )
    )
      break;
    await wait(50);
  }
  if (nginx.exitCode !== null) throw new Error(`nginx does not start with ${file}`);
  return {
    origin,
    log: path.join(folder, 'error.log'),
    stop: async () => {
      nginx.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
