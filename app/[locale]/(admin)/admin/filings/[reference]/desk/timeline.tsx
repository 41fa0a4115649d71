import { getLocale, getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { listTimeline, type TimelineEvent } from '@/lib/data/filing/desk/timeline';
import type { FiledClaim } from '@/lib/data/filing/filings';
import type { UserActor } from '@/lib/domain/access/access';
import { formatInstant } from '@/lib/domain/court/dates';
import { auditWords } from '@/lib/web/desk/audit-words';

/** The way of a filing from its receipt to the message that arrived, with who did what and why. */
export async function Timeline({ actor, filing }: { actor: UserActor; filing: FiledClaim }) {
  const [t, locale] = [await getTranslations('adminDesk'), await getLocale()];
  const events = await listTimeline(actor, filing);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      <ol className="mb-8 max-w-text border-l-2 border-line pl-5">
        {events.map((event) => (
          <li key={event.key} className="pb-4">
            <p className="mb-0! text-[0.9375rem] text-muted">{formatInstant(event.at, locale)}</p>
            {event.kind === 'act' ? <Act event={event} filing={filing} /> : <Message {...event} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

type ActEvent = Extract<TimelineEvent, { kind: 'act' }>;

/** Documents are told by their names, as far as the filing still has them. */
function withNames(details: ActEvent['details'], { documents }: FiledClaim): ActEvent['details'] {
  if (typeof details.document !== 'string') return details;
  const nameOf = (id: string) => documents.find((document) => document.id === id)?.name ?? id;
  return { ...details, document: details.document.split(' ').map(nameOf).join(', ') };
}

async function Act({ event, filing }: { event: ActEvent; filing: FiledClaim }) {
  const { action, actor, outcome, oneKeyId } = event;
  const [t, words] = [await getTranslations('adminDesk'), auditWords(await getLocale())];
  const details = withNames(event.details, filing);
  const told = [...(outcome === 'refused' ? [words.outcome(outcome)] : []), ...words.details({ details })];
  return (
    <>
      <p className="mb-0!">
        {t.rich('timelineAct', {
          strong: (what) => <strong>{what}</strong>,
          what: words.action(action),
          who: [words.actor(actor), oneKeyId].filter(Boolean).join(', '),
        })}
      </p>
      {told.length > 0 && (
        <ul className="mb-0! wrap-anywhere">
          {told.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </>
  );
}

async function Message({ step, mail, recipient, id }: Extract<TimelineEvent, { kind: 'mail' }>) {
  const [t, list] = [await getTranslations('adminDesk'), await getTranslations('adminEmails')];
  return (
    <p className="mb-0! wrap-anywhere">
      {t.rich('timelineAct', {
        strong: (what) => <strong>{what}</strong>,
        what: t(`mailSteps.${step}`),
        who: recipient,
      })}
      {', '}
      <RowLink href={{ pathname: '/admin/emails/[id]', params: { id } }}>{list(`kinds.${mail}`)}</RowLink>
    </p>
  );
}
