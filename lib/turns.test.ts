import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { Turns } from '@/lib/turns.mjs';

/** A process that notes which connections it was given. */
function worker() {
  const given: unknown[] = [];
  const process = { send: (_: string, socket: Socket) => given.push(socket) };
  return { given, process: process as unknown as ChildProcess };
}

it('deals connections in turns, and only to who has taken the one before', () => {
  const turns = new Turns();
  const [first, second] = [worker(), worker()];
  const sockets = Array.from({ length: 4 }, () => new Socket());
  turns.freed(first.process);
  turns.freed(second.process);
  for (const socket of sockets) turns.take(socket);
  expect([first.given, second.given]).toEqual([[sockets[0]], [sockets[1]]]);
  // The first is busy: what it would have had goes to the second.
  turns.freed(second.process);
  turns.freed(second.process);
  expect(second.given).toEqual([sockets[1], sockets[2], sockets[3]]);
  expect(first.given).toHaveLength(1);
});

it('keeps connections that come while nobody can take them', () => {
  const turns = new Turns();
  const [gone, next] = [worker(), worker()];
  const socket = new Socket();
  turns.freed(gone.process);
  turns.left(gone.process);
  turns.take(socket);
  expect(gone.given).toEqual([]);
  turns.freed(next.process);
  expect(next.given).toEqual([socket]);
});

it('deals all that wait to one that is busy, when no more come', () => {
  const turns = new Turns();
  const busy = worker();
  const sockets = [new Socket(), new Socket()];
  for (const socket of sockets) turns.take(socket);
  turns.dealAllTo(busy.process);
  expect(busy.given).toEqual(sockets);
});
