import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../lib/testing/db/postgres';
import { writeNginx } from '../../../lib/testing/operations/nginx';
import { until } from '../../support/until';

export const hasNginx = () => spawnSync('nginx', ['-v']).status === 0;

/** Asks by https, trusting one certificate alone. */
function ask(port: number, ca: Buffer, servername = 'localhost', body?: Buffer): Promise<IncomingMessage> {
  const headers = { host: `${servername}:${port}`, ...(body && { 'content-length': body.length }) };
  const method = body ? 'POST' : 'GET';
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, servername, ca, path: '/en', method, headers },
      (answer) => {
        answer.resume();
        resolve(answer);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** docs/operations/nginx.conf in front of one server; the second of its list is not there. */
export class Front {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'court-front-'));
  private stopNginx = async (): Promise<void> => undefined;

  private constructor(
    readonly port: number,
    private readonly plain: number,
  ) {}

  static async plan(): Promise<Front> {
    return new Front(await freePort(), await freePort());
  }

  get origin(): string {
    return `https://localhost:${this.port}`;
  }

  async start(server: number): Promise<void> {
    const servers = [await freePort(), server] as const;
    const args = writeNginx(this.folder, { tls: this.port, plain: this.plain, servers });
    const child = spawn('nginx', args, { stdio: 'inherit' });
    const ended = once(child, 'exit');
    this.stopNginx = async () => {
      child.kill('SIGTERM');
      await ended;
    };
    await until('nginx answers', () =>
      ask(this.port, this.certificate).then(
        () => true,
        () => child.exitCode !== null,
      ),
    );
  }

  private get certificate(): Buffer {
    return readFileSync(path.join(this.folder, 'court.pem'));
  }

  /** What the configuration promises: https by its certificate with the service's headers, no other name, no larger body. */
  async keepsItsWord(): Promise<string> {
    const page = await ask(this.port, this.certificate);
    assert.equal(page.statusCode, 200);
    assert.match(String(page.headers['strict-transport-security']), /max-age=\d{7,}/);
    assert.match(String(page.headers['content-security-policy']), /default-src|script-src/);
    assert.equal(page.headers.server, 'nginx', 'no version');
    await assert.rejects(
      ask(this.port, this.certificate, 'elsewhere.example'),
      'another name is not answered',
    );
    const moved = await fetch(`http://127.0.0.1:${this.plain}/en`, { redirect: 'manual' });
    assert.deepEqual([moved.status, moved.headers.get('location')], [301, 'https://localhost/en']);
    const large = await ask(this.port, this.certificate, 'localhost', Buffer.alloc(41 * 1024 * 1024)).catch(
      (error: NodeJS.ErrnoException) => error.code,
    );
    if (typeof large === 'object') assert.equal(large.statusCode, 413);
    else assert.match(String(large), /EPIPE|ECONNRESET/);
    return 'https with the headers of the service, other names and 41 MB refused';
  }

  async stop(): Promise<void> {
    await this.stopNginx();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
