import { courtDay } from '@/lib/domain/court/calendar';
import { acceptsOn } from '@/lib/domain/court/court';
import { courtOffices } from '@/lib/web/live/court-facts';

/** Whether a court office exists and accepts claims today. */
export async function accepts(courtId: string, courtNow: Date): Promise<boolean> {
  const court = (await courtOffices()).find(({ id }) => id === courtId);
  return court !== undefined && acceptsOn(court, courtDay(courtNow));
}
