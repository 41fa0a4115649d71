import { eq } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { getCalendar, getCalendarIn } from '@/lib/data/court/calendar';
import { getClosure } from '@/lib/data/court/calendar-editing';
import { firstOfCourt, getCourt } from '@/lib/data/court/courts';
import type { Db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { requireCorrectable } from '@/lib/data/filing/corrections/correcting';
import { endingAtPresent, keepingAtPresent } from '@/lib/data/filing/holds/hold-reasons';
import { requireRedatable } from '@/lib/data/filing/redating';
import { requireRestrictable, requireRestricted } from '@/lib/data/filing/restricted/restricting';
import { requireBasis, requireWithdrawable } from '@/lib/data/filing/withdrawal';
import { firstNature } from '@/lib/data/settings/natures';
import { requireSettable } from '@/lib/data/settings/settings';
import type { Actor } from '@/lib/domain/access/access';
import type { Change, Wish } from '@/lib/domain/approval/proposal';
import { courtDay } from '@/lib/domain/court/calendar';
import { closureFault } from '@/lib/domain/court/closure-effect';
import type { Setting } from '@/lib/domain/settings/setting';

type Wished = Extract<Wish, { kind: 'change-setting' }>;
type Make = { [Kind in Wish['kind']]: (wish: Extract<Wish, { kind: Kind }>) => Promise<Change> };

/** What holds of an office or a nature where staff set nothing. @throws NotFound for an office that does not exist */
async function firstOf(tx: Db, setting: Setting): Promise<Setting | null> {
  if (setting.kind === 'court') return firstOfCourt(setting.id, tx);
  return setting.kind === 'nature' ? firstNature(setting.id) : null;
}

/**
 * The change that a wish comes to as things stand in this transaction. Asked when it is proposed and again when
 * it is approved: if the two differ, something changed meanwhile.
 * @throws NotFound; Refused with what stands against it
 */
export async function changeAtPresent(tx: Db, actor: Actor, wish: Wish, courtNow: Date): Promise<Change> {
  const version = 1 as const;
  const set = async ({ setting, effectiveOn }: Pick<Wished, 'setting' | 'effectiveOn'>) => {
    const days = { effectiveOn, today: courtDay(courtNow), first: await firstOf(tx, setting) };
    return { setting, effectiveOn, before: await requireSettable(actor, setting, days, tx) };
  };
  const make: Make = {
    'add-closure': async ({ kind, closure, pastReason }) => {
      const today = courtDay(courtNow);
      const { where } = closure;
      if (where && 'office' in where) await getCourt(where.office, today, tx);
      const fault = closureFault(closure, await getCalendarIn(where, tx), today, pastReason !== '');
      if (fault) throw new Refused(fault);
      return { version, kind, closure, pastReason };
    },
    'remove-closure': async ({ kind, id }) => {
      return { version, kind, id, closure: await getClosure(actor, id, tx) };
    },
    'set-opening-rule': async ({ kind, to }) => {
      const { beforeOpening: from } = await getCalendar(tx);
      if (from === to) throw new Refused('sameRule');
      return { version, kind, from, to };
    },
    'redate-filing': async ({ kind, reference, to }) => {
      const { issueOn } = await requireRedatable(tx, reference, to);
      return { version, kind, reference, from: issueOn, to };
    },
    'withdraw-filing': async ({ kind, reference, basis, basisOn, judge }) => {
      requireBasis({ basis, basisOn, judge }, courtNow);
      const [filing] = await tx.select().from(filings).where(eq(filings.reference, reference));
      if (!filing) throw new NotFound('filing');
      requireWithdrawable(filing);
      const { state, issueOn } = filing;
      return { version, kind, reference, state, issueOn, basis, basisOn, judge };
    },
    'correct-filing': async (asked) => {
      return { ...asked, version, ...(await requireCorrectable(tx, asked, courtNow)) };
    },
    'restrict-file': async (asked) => {
      return { ...asked, version, fileNumber: await requireRestrictable(tx, asked) };
    },
    'lift-restriction': async (asked) => {
      return { ...asked, version, ...(await requireRestricted(tx, asked)) };
    },
    'keep-hold-reason': async (asked) => ({ version, ...(await keepingAtPresent(tx, asked)) }),
    'end-hold-reason': async (asked) => ({ version, ...(await endingAtPresent(tx, asked)) }),
    'change-setting': async ({ kind, ...asked }) => ({ ...(await set(asked)), version, kind }),
    'change-notice': async ({ kind, ...asked }) => ({ ...(await set(asked)), version, kind }),
    'change-court': async ({ kind, ...asked }) => ({ ...(await set(asked)), version, kind }),
    'change-nature': async ({ kind, ...asked }) => ({ ...(await set(asked)), version, kind }),
    'change-closure-name': async ({ kind, ...asked }) => ({ ...(await set(asked)), version, kind }),
  };
  return (make[wish.kind] as (wish: Wish) => Promise<Change>)(wish);
}
