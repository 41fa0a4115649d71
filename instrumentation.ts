import type { Instrumentation } from 'next';

/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { orRefuse } = await import('@/lib/jobs/boot/or-refuse');
  await orRefuse(async () => {
    // Here the configuration is read for the first time.
    const { guardRequests, noteStarted, stopListening } = await import('@/lib/web/http/server');
    const { startServer } = await import('@/lib/jobs/server');
    guardRequests();
    await startServer(stopListening);
    noteStarted();
  });
}

/** Runs when the framework fails to answer a request, before it answers 500. */
export const onRequestError: Instrumentation.onRequestError = async (error, { method }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { answerUnreadable } = await import('@/lib/web/http/server');
  answerUnreadable(method, error);
};
