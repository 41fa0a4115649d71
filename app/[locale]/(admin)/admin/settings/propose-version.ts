import { propose } from '@/lib/data/approval/proposals';
import type { UserActor } from '@/lib/domain/access/access';
import { wishFor } from '@/lib/domain/approval/proposal';
import type { Times } from '@/lib/domain/court/calendar';
import type { Setting } from '@/lib/domain/settings/setting';
import { redirectTo } from '@/lib/web/action/outcome';

type Version = { setting: Setting; effectiveOn: string; reason: string };

/** Proposes a version, and leads to the proposal, which shows it as everybody would see it. */
export async function proposeVersion(
  actor: UserActor,
  { setting, effectiveOn, reason }: Version,
  times: Times,
) {
  const id = await propose(actor, wishFor(setting, effectiveOn), reason, times);
  return redirectTo({ pathname: '/admin/approvals/[proposal]', params: { proposal: id } });
}
