/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { secureEveryResponse } = await import('@/lib/web/every-response');
  const { noteResponses } = await import('@/lib/web/response');
  const { startServer } = await import('@/lib/jobs/server');
  secureEveryResponse();
  noteResponses();
  await startServer();
}
