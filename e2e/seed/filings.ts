import { saveStep } from '../../lib/data/claim/answers';
import { startDraft } from '../../lib/data/claim/drafts';
import { getCalendar } from '../../lib/data/court/calendar';
import { db } from '../../lib/data/db/db';
import { getFiling } from '../../lib/data/filing/filings';
import { redateFiling } from '../../lib/data/filing/redating';
import { withdrawFiling } from '../../lib/data/filing/withdrawal';
import type { UserActor } from '../../lib/domain/access/access';
import { businessDayUpTo, courtDay, issueOn, opensAt, type Times } from '../../lib/domain/court/calendar';
import { addDays } from '../../lib/domain/court/day';
import { receiveSubstitute } from '../../lib/jobs/issuing/receive-substitute';
import { writeNotice } from '../../lib/jobs/mail/mail-about-claim';
import { readyDraft, submitted } from '../../lib/testing/claim/submit';
import { announcements, correction, paper, restriction, type Staff, withoutPlace } from './desk';

/** Drafts at their beginning, in the middle and ready to be reviewed. */
export async function drafts(filer: UserActor, now: Date): Promise<void> {
  await startDraft(filer, now);
  const { reference } = await startDraft(filer, now);
  await saveStep(filer, reference, 'type', { documentType: 'form-14b' }, now);
  await saveStep(filer, reference, 'court', { court: 'barrie' }, now);
  await readyDraft(filer);
}

/** 10 a.m. in Toronto on the last business day before today, and that evening, when the office was closed. */
async function lastBusinessDay(now: Date): Promise<{ morning: Date; evening: Date }> {
  const opening = opensAt(businessDayUpTo(addDays(courtDay(now), -1), await getCalendar()));
  const hours = (count: number) => new Date(opening.getTime() + count * 3_600_000);
  return { morning: hours(1.5), evening: hours(11.5) };
}

async function submit(filer: UserActor, times: Times, isSealable = true) {
  const { reference: draft, documentId, bytes } = await readyDraft(filer);
  if (!isSealable) await withoutPlace(documentId);
  const { reference } = await submitted(filer, { draft, locale: 'en' }, times);
  return { reference, documentId, bytes };
}

/** Filings in every state, with what staff did. @returns their references by what stands about them */
export async function filings(filer: UserActor, staff: Staff, now: Date): Promise<Record<string, string>> {
  const { morning, evening } = await lastBusinessDay(now);
  const open = { now, courtNow: morning };
  const later = { now, courtNow: new Date(morning.getTime() + 3_600_000) };
  const closed = { now, courtNow: evening };
  const issued = await submit(filer, open);

  const held = await submit(filer, open, false);
  const offered = await submit(filer, open, false);
  const copy = { kind: 'repaired-copy' as const, name: 'repaired.pdf', promised: '' };
  await receiveSubstitute(
    filer,
    { reference: offered.reference, documentId: offered.documentId, ...copy },
    offered.bytes,
    { now, courtNow: now },
  );

  const withdrawn = await submit(filer, closed);
  const goodbye = await writeNotice(await getFiling(filer, withdrawn.reference), 'withdrawn');
  await withdrawFiling(filer, withdrawn.reference, goodbye, closed);

  const redated = await submit(filer, closed);
  const change = {
    issueOn: issueOn(opensAt(addDays(courtDay(now), 14)), await getCalendar()),
    reason: 'The court agreed to a later date.',
  };
  const notice = await writeNotice(await getFiling(filer, redated.reference), 'redated', change);
  await db().transaction((tx) =>
    redateFiling(staff.registrar, redated.reference, change, notice, { now, courtNow: now }, tx),
  );

  const sealed = await submit(filer, open);
  await restriction(staff, sealed.reference, open);
  await announcements(staff, { now, courtNow: now });

  return {
    issued: issued.reference,
    'a corrected version of it': await correction(staff, issued.reference, later),
    'issued, in a sealed court file': sealed.reference,
    'issued, handed in on paper': await paper(staff, open),
    'on hold, handed in on paper': await paper(staff, open, false),
    'on hold': held.reference,
    'on hold, a repaired copy offered': offered.reference,
    withdrawn: withdrawn.reference,
    'received, with a later date': redated.reference,
  };
}
