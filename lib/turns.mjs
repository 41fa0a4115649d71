// Who takes the next connection. Plain JavaScript: it runs as it stands, without a build.

/** How long a connection waits for a process that can take it, in milliseconds: longer than servers in front wait for an answer. */
const patienceMs = 120_000;

/**
 * Deals connections to processes. Each says when it has taken one, and gets the next only then: one that is busy making a page
 * leaves its turn to the others. While none is free connections wait.
 */
export class Turns {
  /** Those that can take one, the longest free first. */
  #free = new Set();
  #waiting = [];

  /** A connection came. @param {import('node:net').Socket} socket not read from yet */
  take(socket) {
    // Whoever gives up meanwhile, and whatever else breaks: a connection that nobody has yet concerns nobody.
    socket.on('error', () => undefined);
    socket.setTimeout(patienceMs, () => socket.destroy());
    this.#waiting.push(socket);
    this.#deal();
  }

  /** A process can take a connection. @param {import('node:child_process').ChildProcess} worker */
  freed(worker) {
    this.#free.add(worker);
    this.#deal();
  }

  /** A process takes no more. */
  left(worker) {
    this.#free.delete(worker);
  }

  /** No more connections come: the process takes all that wait, free or not. */
  dealAllTo(worker) {
    for (const socket of this.#waiting.splice(0)) give(worker, socket);
  }

  #deal() {
    for (const worker of this.#free) {
      const socket = this.#waiting.shift();
      if (!socket) return;
      this.#free.delete(worker);
      give(worker, socket);
    }
  }
}

function give(worker, socket) {
  socket.setTimeout(0);
  worker.send('connection', socket, (error) => error && socket.destroy());
}
