/**
 * Loaded before the server (`node -r ./lib/services/request-timeout.cjs`). Node gives a request 5 minutes to arrive
 * and `next start` has no setting for it: 35 MB over a slow line take longer. 30 minutes allow 165 kbit/s.
 */
const { subscribe } = require('node:diagnostics_channel');

subscribe('http.server.request.start', ({ server }) => {
  server.requestTimeout = 30 * 60 * 1000;
});
