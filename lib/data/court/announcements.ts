import { listLasting, type Outage } from '@/lib/data/court/outages';
import { findSetting } from '@/lib/data/settings/settings';
import { courtDay } from '@/lib/domain/court/calendar';

export type Announcements = {
  notice: { en: string; fr: string } | null;
  outages: Pick<Outage, 'id' | 'startedAt' | 'whatEn' | 'whatFr'>[];
};

/** What every page says above all at an instant of the court's clock. Public. */
export async function readAnnouncements(courtNow: Date): Promise<Announcements> {
  const today = courtDay(courtNow);
  const set = await findSetting('notice', today);
  const { en = '', fr = '', until = null } = set?.setting ?? {};
  const isOver = en === '' || (until !== null && until < today);
  const outages = (await listLasting(courtNow)).map(({ id, startedAt, whatEn, whatFr }) => ({
    ...{ id, startedAt, whatEn, whatFr },
  }));
  return { notice: isOver ? null : { en, fr }, outages };
}
