import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const nginx = '/usr/sbin/nginx';

/** Whether nginx is installed. */
export const hasNginx = () => existsSync(nginx);

const settings = (folder: string, port: number, servers: string[]) => `
daemon off; pid ${folder}/pid; error_log ${folder}/log; user root;
events {}
http {
  access_log off; client_max_body_size 40m;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  upstream court { ${servers.map((server) => `server ${server} max_fails=1 fail_timeout=5s;`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://court; proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_connect_timeout 2s; proxy_read_timeout 30s;
    }
  }
}
`;

/** Starts an nginx that shares requests out to servers (host:port), and leaves out for a while one that does not answer. */
export async function startProxy(port: number, servers: string[]): Promise<{ stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-proxy-'));
  const conf = path.join(folder, 'nginx.conf');
  writeFileSync(conf, settings(folder, port, servers));
  const child = spawn(nginx, ['-p', folder, '-c', conf], { stdio: 'ignore' });
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
