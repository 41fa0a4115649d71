/**
 * What of a list runs: what the command line names, else all; with `--short` all but those left to the full tests, which are
 * then named.
 * @param full left to the full tests
 */
export function chosenOf<One>(
  all: Record<string, One>,
  full: readonly string[],
  args: readonly string[],
): [name: string, one: One][] {
  const named = args.filter((arg) => arg in all);
  const isShort = args.includes('--short');
  if (isShort) process.stdout.write(`left to npm run test:full: ${full.join(', ')}\n`);
  const isChosen = (name: string) =>
    named.length > 0 ? named.includes(name) : !(isShort && full.includes(name));
  return Object.entries(all).filter(([name]) => isChosen(name));
}
