import { log } from '@/lib/log';

/**
 * The operator's command line: `npm run -s court -- <verb>`. Standard output is only for the verb's own
 * lines.
 */
log.level = 'silent';

/** The export of each file in `lib/cli` that is named after a verb; `args` are the words after the verb. */
export type Verb = { run(args: string[]): Promise<void> };

/** Each verb is loaded on demand, because not every verb needs the service's configuration. */
const verbs = new Map<string, () => Promise<Verb>>([
  ['issue-date', () => import('@/lib/cli/issue-date')],
  ['seal', () => import('@/lib/cli/seal')],
  ['read', () => import('@/lib/cli/read')],
  ['inspect', () => import('@/lib/cli/inspect')],
  ['ca', () => import('@/lib/cli/ca')],
  ['verify', () => import('@/lib/cli/verify')],
  ['verify-register', () => import('@/lib/cli/register/verify-register')],
  ['verify-audit', () => import('@/lib/cli/verify-audit')],
  ['fence', () => import('@/lib/cli/register/fence')],
  ['reset-factors', async () => ({ run: (await import('@/lib/cli/administration')).resetFactors })],
  [
    'offer-administration',
    async () => ({ run: (await import('@/lib/cli/administration')).offerAdministration }),
  ],
  ['accept-secrets', () => import('@/lib/cli/accept-secrets')],
  ['copy-storage', () => import('@/lib/cli/copy-storage')],
]);

const [, , name = '', ...args] = process.argv;
const load = verbs.get(name);
if (load) await (await load()).run(args);
else {
  process.stderr.write(`Usage: npm run -s court -- <verb>\nVerbs: ${[...verbs.keys()].join(', ')}\n`);
  process.exitCode = 2;
}
