/** Starts the service, or says in words why it cannot and ends the process with exit code 1. */
export async function orRefuse(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
