import { deleteExpired, type Expiring, tellOfExpiry } from '@/lib/data/claim/kept/expired-drafts';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { renderDraftExpiring } from '@/lib/mail/claim/draft-expiring';

const letterOf = ({ reference, until, locale }: Expiring) =>
  renderDraftExpiring(
    { reference, until, url: `${env.PUBLIC_ORIGIN}/${locale}/claims/${reference}` },
    locale,
  );

/**
 * Tells filers of drafts that they have not saved for long, and deletes them two weeks later.
 * @param now the system's time
 */
export async function expireDrafts(now: Date, stopping?: AbortSignal): Promise<void> {
  const asked = { days: env.DRAFT_DAYS, now };
  const told = await allOf(() => tellOfExpiry(asked, letterOf), stopping);
  const deleted = await allOf(() => deleteExpired(asked), stopping);
  if (told + deleted > 0) log.info({ told, deleted }, 'drafts that nobody saved for long');
}

/** Repeats a piece of work until nothing is left of it. @returns how many it did */
async function allOf(piece: () => Promise<number>, stopping?: AbortSignal): Promise<number> {
  let [all, done] = [0, 0];
  do {
    done = await piece();
    all += done;
  } while (done > 0 && !stopping?.aborted);
  return all;
}
