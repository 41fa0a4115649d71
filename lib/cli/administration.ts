import { onDatabase } from '@/lib/cli/database';
import { NotFound } from '@/lib/data/access/errors';
import { resetSecondSteps } from '@/lib/data/sign-in/second-step-reset';
import { offerAnotherAdministrator } from '@/lib/jobs/upkeep/first-administrator';
import { renderAccountChanged } from '@/lib/mail/account/account-changed';
import { systemNow } from '@/lib/services/clock';

/** Ways back for an administrator who lost every factor. Only whoever has the server can take them. */

/** `reset-factors ID`: removes every second step and recovery code of the account with this ONE-key ID. */
export async function resetFactors([oneKeyId]: string[]): Promise<void> {
  if (!oneKeyId) return fail('Name the ONE-key ID of the account.', 2);
  const now = systemNow();
  const letter = await renderAccountChanged('second-steps-reset', now, 'en');
  try {
    await onDatabase(() => resetSecondSteps(oneKeyId, letter, now));
    process.stdout.write(
      'Every second step and recovery code of the account was removed, and its sessions ended.\n',
    );
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    fail('There is no account with this ONE-key ID. Nothing was changed.', 1);
  }
}

/** `offer-administration`: writes a one-time link that makes a new administrator, and prints its file's path. */
export async function offerAdministration(): Promise<void> {
  const file = await onDatabase(() => offerAnotherAdministrator(systemNow()));
  process.stdout.write(`Open the one-time link in this file within seven days: ${file}\n`);
}

function fail(words: string, code: number): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = code;
}
