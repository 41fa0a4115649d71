/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { noteResponses } = await import('@/lib/web/response');
  const { startServer } = await import('@/lib/jobs/server');
  noteResponses();
  await startServer();
}
