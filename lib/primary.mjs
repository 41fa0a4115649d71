// The first process of a server: it has the port, and deals connections to the processes that make pages (lib/server.mjs), starts
// anew what dies, and ends them in order. Plain JavaScript: it runs as it stands, without a build.
import { fork } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setImmediate as afterAccepting, setTimeout as wait } from 'node:timers/promises';
import { currentBuild } from './builds.mjs';
import { Turns } from './turns.mjs';

/**
 * An ending server still takes connections while they come, until servers in front have seen that it is not ready: until none came
 * for a second, and for five at most.
 */
const [quietMs, longestCallMs] = [1_000, 5_000];
/** A process ends itself before; one that cannot is killed. */
const mostMs = 9_800;
/** The wait before a process that died is started anew: doubled each time, until one has lived for a minute. */
const [firstWaitMs, longestWaitMs, wellAfterMs] = [1_000, 30_000, 60_000];

const say = (words) => process.stderr.write(`${words}\n`);

/** Without https nobody but this machine reaches the service, unless it is told otherwise; with it, a server in front does. */
const hostOf = ({ HOST, PUBLIC_ORIGIN }) =>
  HOST || (PUBLIC_ORIGIN?.startsWith('https://') ? undefined : '127.0.0.1');

/** Each process tells its own figures: the first at METRICS_PORT, the next at the port above. `lib/env.ts` refuses what is no port. */
const metricsPort = ({ METRICS_PORT }, place) =>
  Number(METRICS_PORT) > 0 ? { METRICS_PORT: String(Number(METRICS_PORT) + place) } : {};

export class Primary {
  #workers = new Set();
  #turns = new Turns();
  #listener = createServer({ pauseOnConnect: true }, (socket) => this.#take(socket));
  #tookAt = 0;
  #wasReady = false;
  #beganAt = performance.now();
  #isEnding = false;

  /** @param {string} root the folder of the code @param {number} processes how many take turns */
  constructor(root, processes) {
    this.root = root;
    // The build that the server began with stays its own: others come beside it.
    this.build = currentBuild(root);
    this.processes = processes;
  }

  start() {
    this.#listener.on('error', (error) => {
      say(`the server cannot listen on port ${process.env.PORT || 3000}: ${error.message}`);
      this.#end(1);
    });
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => this.#end(0));
    for (let n = 0; n < this.processes; n += 1) this.#startWorker(firstWaitMs, n);
  }

  #take(socket) {
    this.#tookAt = performance.now();
    this.#turns.take(socket);
  }

  /**
   * @param {number} waitMs what the next start waits for, should this one fail
   * @param {number} place which of the processes it is, from 0
   */
  #startWorker(waitMs, place) {
    if (this.#isEnding) return;
    const worker = fork(path.join(this.root, 'lib', 'server.mjs'), [this.build], {
      cwd: this.root,
      // For lib/jobs/upkeep/collect-garbage.ts.
      execArgv: ['--expose-gc'],
      env: { ...process.env, ...metricsPort(process.env, place), NODE_ENV: 'production' },
    });
    const startedAt = performance.now();
    this.#workers.add(worker);
    worker.on('message', (message) => this.#hear(worker, message));
    worker.on('exit', (code, signal) => {
      this.#workers.delete(worker);
      this.#turns.left(worker);
      const isWell = performance.now() - startedAt > wellAfterMs;
      this.#outlive(code, signal, isWell ? firstWaitMs : waitMs, place);
    });
  }

  #hear(worker, message) {
    if (message === 'ready' && !this.#wasReady) {
      this.#wasReady = true;
      this.#listener.listen(Number(process.env.PORT) || 3000, hostOf(process.env));
    }
    if (message === 'ready' || message === 'taken') this.#turns.freed(worker);
    // Told to end by somebody else, or by us: it still takes what comes until the last call is over.
    if (message === 'ending') this.#endAfterLastCall(worker);
  }

  async #endAfterLastCall(worker) {
    await this.#lastCall();
    // What waits at the port is lost when that closes: it closes right after a look at it.
    await afterAccepting();
    this.#turns.left(worker);
    if (this.#isEnding) {
      this.#listener.close();
      this.#turns.dealAllTo(worker);
    }
    if (worker.connected) worker.send('no more connections');
  }

  async #lastCall() {
    const began = performance.now();
    const isOver = (now) => now - began > longestCallMs || now - Math.max(began, this.#tookAt) > quietMs;
    while (!isOver(performance.now())) await wait(50);
  }

  /**
   * One that dies is started anew, unless none was ever ready, or one ends by itself with a failure in the server's first minute: then
   * the configuration or the database is at fault, and said. The framework calls a process ready before all beside the pages is.
   */
  #outlive(code, signal, waitMs, place) {
    if (this.#isEnding) {
      process.exitCode ||= code ?? (signal === 'SIGTERM' ? 0 : 1);
      if (this.#workers.size === 0) process.exit();
      return;
    }
    const isRefused = code > 0 && performance.now() - this.#beganAt < wellAfterMs;
    if (!this.#wasReady || isRefused) return this.#end(code || 1);
    say(`a process of the server ended (${signal ?? code}): another starts in ${waitMs / 1000} s`);
    setTimeout(() => this.#startWorker(Math.min(2 * waitMs, longestWaitMs), place), waitMs).unref();
  }

  #end(code) {
    if (this.#isEnding) return;
    this.#isEnding = true;
    process.exitCode = code;
    if (this.#workers.size === 0) process.exit();
    for (const worker of this.#workers) worker.kill('SIGTERM');
    setTimeout(() => {
      for (const worker of this.#workers) worker.kill('SIGKILL');
      process.exit(1);
    }, mostMs).unref();
  }
}
