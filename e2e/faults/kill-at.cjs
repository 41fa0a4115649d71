// Loaded before the server: kills its process, as a power cut would, when it reaches the point that KILL_AT names.
const { subscribe } = require('node:diagnostics_channel');

subscribe('court:milestone', ({ point }) => {
  if (point === process.env.KILL_AT) process.kill(process.pid, 'SIGKILL');
});
