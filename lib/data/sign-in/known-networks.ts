import { subDays } from 'date-fns';
import { and, eq, gt, isNotNull } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { sessions } from '@/lib/data/db/schema/sign-in';
import { nobody } from '@/lib/data/db/uuid';
import { knownDeviceDays } from '@/lib/data/sign-in/known-devices';
import type { Actor } from '@/lib/domain/access/access';
import { ipGroups, networksOf } from '@/lib/domain/sign-in/ip';

/**
 * Whether the person signed in from the visitor's network within the last year. A session that still awaits its
 * second step does not count: whoever learned the password can open one.
 */
export async function isKnownNetwork(userId: string | undefined, actor: Actor, now: Date): Promise<boolean> {
  const rows = await db()
    .selectDistinct({ ip: sessions.ip })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId ?? nobody),
        eq(sessions.secondStepDue, false),
        gt(sessions.createdAt, subDays(now, knownDeviceDays)),
        isNotNull(sessions.ip),
      ),
    );
  const [network] = networksOf(actor);
  return rows.some(({ ip }) => ip !== null && ipGroups(ip)[0] === network);
}
