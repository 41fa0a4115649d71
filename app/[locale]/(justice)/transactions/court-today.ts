import { getLocale } from 'next-intl/server';
import { getCourt } from '@/lib/data/court/courts';
import { courtLines } from '@/lib/domain/court/address';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';

/** A court office with its address of today, in the reader's language. */
export async function courtLinesToday(id: string): Promise<string> {
  return courtLines(await getCourt(id, courtDay(courtNow())), await getLocale());
}
