import { z } from 'zod';
import { errorKey, isOneOf } from '@/lib/domain/text';

/** What waits for staff: filings on hold or late, messages that did not arrive, and changes that await approval. */
export type WorkKind = 'hold' | 'late' | 'mail' | 'approval';

/** Whose work a list shows: of everyone, of the person, of nobody yet, or of colleagues. */
export const WORK_OF = ['everyone', 'mine', 'free', 'others'] as const;
export type WorkOf = (typeof WORK_OF)[number];

/** The list that an address asks for; everyone's if it asks for none. */
export const workOf = (asked: unknown): WorkOf =>
  typeof asked === 'string' && isOneOf(WORK_OF, asked) ? asked : 'everyone';

/** A piece of work: the filing's reference, the message's id or the proposal's. */
export type WorkItem = { kind: WorkKind; id: string };

/** What is done with a piece of work, and who had it on the page; null for nobody. */
export type WorkAct = WorkItem & { act: 'take' | 'give-back' | 'give'; seen: string | null };

const ACT = /^(take|give-back|give) (hold|late|mail|approval) ([A-Za-z0-9-]{1,40}) ([0-9a-f-]{36}|-)$/;

/** The value of a row's button, which `workForm` reads. */
export const workAct = ({ act, kind, id, seen }: WorkAct): string => `${act} ${kind} ${id} ${seen ?? '-'}`;

/** The name of a row's field for a colleague. */
export const colleagueField = ({ kind, id }: WorkItem): string => `colleague-${kind}-${id}`;

/** The list as it is sent: the button that was pressed, and a colleague's field for each row. */
export const workForm = z
  .object({ work: z.string().regex(ACT, errorKey('unreadable')).transform(actIn) })
  .catchall(z.unknown());

function actIn(sent: string): WorkAct {
  const [, act, kind, id = '', seen] = ACT.exec(sent) ?? [];
  return {
    act: act as WorkAct['act'],
    kind: kind as WorkKind,
    id,
    seen: seen === '-' ? null : (seen ?? null),
  };
}
