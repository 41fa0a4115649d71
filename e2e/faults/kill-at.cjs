// Loaded before the server: kills its processes, as a power cut would, when one reaches the point that KILL_AT names.
// Its children's ids are printed before, so that the test can see that none outlives it.
const { readFileSync, writeSync } = require('node:fs');
const { subscribe } = require('node:diagnostics_channel');

subscribe('court:milestone', ({ point }) => {
  if (point !== process.env.KILL_AT) return;
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  writeSync(1, `children: ${children}\n`);
  // The first process would start another in its place.
  process.kill(process.ppid, 'SIGKILL');
  process.kill(process.pid, 'SIGKILL');
});
