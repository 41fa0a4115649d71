import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openssl } from '@/lib/testing/pdf/authority';

/** Where nginx shall listen and whom it shall ask, in place of what docs/operations/nginx.conf says. */
export type Places = { tls: number; plain: number; servers: readonly [number, number] };

/**
 * Writes docs/operations/nginx.conf into a folder as it stands, but for ports, paths and the name, which is localhost; beside
 * it a certificate, and the whole of which it is a part.
 * @returns nginx's arguments
 */
export function writeNginx(folder: string, { tls, plain, servers: [first, second] }: Places): string[] {
  const [key, certificate] = [path.join(folder, 'court.key'), path.join(folder, 'court.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject],
    ...['-keyout', key, '-out', certificate],
  );
  const site = readFileSync('docs/operations/nginx.conf', 'utf8')
    .replaceAll('/etc/nginx/court.pem', certificate)
    .replaceAll('/etc/nginx/court.key', key)
    .replaceAll('listen 443', `listen 127.0.0.1:${tls}`)
    .replaceAll('listen 80', `listen 127.0.0.1:${plain}`)
    .replaceAll('127.0.0.1:3001', `127.0.0.1:${first}`)
    .replaceAll('127.0.0.1:3002', `127.0.0.1:${second}`)
    .replaceAll('claims.example.org', 'localhost');
  writeFileSync(path.join(folder, 'court.conf'), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const whole = [
    `daemon off; pid ${folder}/pid; error_log ${folder}/log;`,
    process.getuid?.() === 0 ? 'user root;' : '',
    'events { worker_connections 512; }',
    `http { access_log off; ${temporary.join(' ')} include ${folder}/court.conf; }`,
  ];
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, whole.join('\n'));
  return ['-p', folder, '-c', file, '-e', path.join(folder, 'log')];
}
