// Steps that run beside each other where they may, each with its output whole. Plain JavaScript: it runs before anything is built.
import { spawn } from 'node:child_process';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {string[]} [after] names of the steps that must have ended well before
 * @property {Record<string, string>} [env] more environment variables
 */

const secondsSince = (started) => Math.round((Date.now() - started) / 1000);

/** @returns {Promise<{ status: number, output: string }>} */
function run({ command: [program, ...args], env = {} }, cwd) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
    child.on('error', (error) => printed.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => resolve({ status: code ?? 1, output: Buffer.concat(printed).toString() }));
  });
}

/**
 * Runs each step as soon as those before it have ended well, and prints its output whole once it has ended. After a
 * failure nothing more begins; what runs already is heard out.
 * @param {Step[]} steps
 * @returns {Promise<{ name: string, status: number, seconds: number, output: string }[]>} those that ran
 */
export async function runSteps(steps, cwd) {
  const ended = [];
  const running = new Map();
  const isReady = ({ name, after = [] }) =>
    !running.has(name) &&
    !ended.some((one) => one.name === name) &&
    after.every((earlier) => ended.some((one) => one.name === earlier));
  const begin = (step) => {
    const started = Date.now();
    process.stdout.write(`... ${step.name} begins\n`);
    const end = run(step, cwd).then((result) => {
      const seconds = secondsSince(started);
      process.stdout.write(`\n=== ${step.name}: ${seconds} s ===\n${result.output}\n`);
      running.delete(step.name);
      ended.push({ ...result, name: step.name, seconds });
    });
    running.set(step.name, end);
  };
  for (;;) {
    if (ended.every(({ status }) => status === 0)) for (const step of steps.filter(isReady)) begin(step);
    if (running.size === 0) return ended;
    await Promise.race(running.values());
  }
}
