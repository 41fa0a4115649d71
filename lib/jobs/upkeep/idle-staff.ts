import { lockIdleStaff, tellIdleStaff } from '@/lib/data/account/desk/idle-staff';
import { log } from '@/lib/log';
import { renderAccountChanged } from '@/lib/mail/account/account-changed';

/**
 * Tells staff whose account nobody used for long, and locks it two weeks later.
 * @param now the system's time
 */
export async function lockUnusedStaff(now: Date): Promise<void> {
  const told = await tellIdleStaff((until) => renderAccountChanged('unused-soon', until, 'en'), now);
  const locked = await lockIdleStaff(await renderAccountChanged('unused-locked', now, 'en'), now);
  if (told + locked > 0) log.info({ told, locked }, 'accounts of staff that nobody used for long');
}
