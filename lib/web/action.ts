import { headers } from 'next/headers';
import { notFound, redirect as redirectToAddress } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ConfirmationNeeded, MustWait, NotFound, Refused } from '@/lib/data/errors';
import type { Actor, UserActor } from '@/lib/domain/access';
import { inMinutes } from '@/lib/domain/waiting';
import { log } from '@/lib/log';
import { courtNow, systemNow } from '@/lib/services/clock';
import type { Locale } from '@/lib/web/addresses';
import type { Found } from '@/lib/web/found';
import { forgetKept, keepValues, withoutSecrets } from '@/lib/web/kept';
import { keepLimit, type LimitName } from '@/lib/web/limit';
import { type Href, redirect } from '@/lib/web/navigation';
import { isFromOurPages } from '@/lib/web/origin';
import { noteRefusal } from '@/lib/web/refusals';
import { answerLater } from '@/lib/web/response';
import {
  currentActor,
  currentOwner,
  currentPath,
  requireActor,
  requireStaff,
  sessionOwner,
} from '@/lib/web/session';
import { typedValues, unreadableFields } from '@/lib/web/typed';
import { visitorKey } from '@/lib/web/visitor';

/** What a form shows after it was sent: words in the reader's language, and what was typed but for passwords. */
export type FormState = {
  message?: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  done?: true;
  found?: Found;
};

type Audience = { anonymous: Actor; user: UserActor; staff: UserActor; administrator: UserActor };

type Sent<Input, Who extends keyof Audience> = {
  actor: Audience[Who];
  input: Input;
  /** The system's time. */
  now: Date;
  /** The court's time. */
  courtNow: Date;
  locale: Locale;
  /** Every text field as it was typed. */
  typed: Record<string, string>;
};

type Outcome =
  | { to: Href }
  | { backTo: string }
  | { message: string; minutes?: number }
  | { fields: Record<string, string> }
  | { done: true }
  | { found: Found };

/** Sends the person to a page of ours. */
export const redirectTo = (to: Href): Outcome => ({ to });
/** Sends the person back to a localized path of ours, where what was kept for that page waits for them. */
export const redirectBack = (backTo: string): Outcome => ({ backTo });
/** Refuses with a message for the whole form, or one for each field named. All are keys under `errors`. */
export const refuse = (why: string | Record<string, string>): Outcome =>
  typeof why === 'string' ? { message: why } : { fields: why };
/** Stays on the page and says so. */
export const done = (): Outcome => ({ done: true });
/** Stays on the page and shows what a search found. */
export const show = (found: Found): Outcome => ({ found });

async function actorFor(role: keyof Audience, typed: Record<string, string>): Promise<Actor> {
  if (role === 'anonymous') return currentActor();
  if (role === 'staff') return requireStaff();
  if (role === 'administrator') return requireStaff('administrator');
  if ((await currentActor()).kind !== 'user')
    await keepValues(await currentPath(), withoutSecrets(typed), await sessionOwner());
  return requireActor();
}

/** Who signed in is counted as such, anyone else by the address. @throws MustWait */
async function countTry(limit: LimitName | 'counts-itself', actor: Actor): Promise<void> {
  if (limit === 'counts-itself') return;
  await keepLimit(limit, actor.kind === 'user' ? actor.userId : await visitorKey());
}

/** Each field's first message. */
function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[String(issue.path[0] ?? '')] ??= issue.message;
  return fields;
}

/** The same message for each of these fields. */
const allAre = (message: string, fields: string[]) =>
  Object.fromEntries(fields.map((name) => [name, message]));

/** The names of a form's fields in the order of the page, which is that of its schema. */
function namesOf(input: z.ZodType): string[] {
  if (input instanceof z.ZodPipe) return namesOf(input.out as z.ZodType);
  return input instanceof z.ZodObject ? Object.keys(input.shape) : [];
}

type Staying = Exclude<Outcome, { to: Href } | { backTo: string }>;
type Words = (key: string, values?: { minutes: number }) => string;

/** What the form shows when the person stays on its page. */
function stateOf(outcome: Staying, names: string[], values: Record<string, string>, t: Words): FormState {
  if ('message' in outcome) {
    return { message: t(outcome.message, { minutes: outcome.minutes ?? 0 }), fields: {}, values };
  }
  if (!('fields' in outcome)) return { ...outcome, fields: {}, values };
  const wrong = Object.keys(outcome.fields).sort((a, b) => names.indexOf(a) - names.indexOf(b));
  return { fields: Object.fromEntries(wrong.map((name) => [name, t(outcome.fields[name] ?? '')])), values };
}

/** What is refused because of who asks or from where, and not because of what was typed: the audit log keeps it. */
const accessRefusals = new Set(['ownAccount', 'sentFromElsewhere']);

/**
 * Refused becomes the form's message, one for now the response's status as well, and NotFound the page that says so;
 * anything else is thrown on.
 */
async function refusal(actor: Actor, error: unknown): Promise<Staying> {
  const path = await currentPath();
  if (error instanceof NotFound) {
    await noteRefusal(actor, 'send form', { path, why: error.what });
    notFound();
  }
  if (!(error instanceof Refused)) throw error;
  log.info({ refusal: error.key }, 'form refused');
  if (accessRefusals.has(error.key)) await noteRefusal(actor, 'send form', { path, why: error.key });
  if (!(error instanceof MustWait)) return { message: error.key };
  answerLater(error.key === 'busy' ? 503 : 429, error.seconds);
  return { message: error.key, minutes: inMinutes(error.seconds) };
}

/** Keeps what was typed, and has the person show once more who they are; then they come back to it. */
async function confirmFirst({ act }: ConfirmationNeeded, typed: Record<string, string>): Promise<never> {
  log.info({ act }, 'confirmation needed');
  const next = await currentPath();
  await keepValues(next, typed, await currentOwner());
  return redirect({ href: { pathname: '/confirm', query: { next } }, locale: await getLocale() });
}

/**
 * Makes a server action for a form: reads the session from its row, limits the rate (or leaves that to a command that
 * `counts-itself`), checks the fields by the schema that the page shares, runs one command, and turns what comes of it
 * into a page or a form with words.
 * What is thrown as Refused becomes the form's message, ConfirmationNeeded the page that asks for it, NotFound the page
 * that says so, and anything unforeseen the error page.
 */
export function action<Input, Who extends keyof Audience>(
  form: { role: Who; input: z.ZodType<Input>; limit: LimitName | 'counts-itself' },
  run: (sent: Sent<Input, Who>) => Promise<Outcome>,
): (state: FormState, formData: FormData) => Promise<FormState> {
  const names = namesOf(form.input);
  return async (_state, formData) => {
    // The instant that counts is this: what comes before the command may take a while under load.
    const times = { now: systemNow(), courtNow: courtNow() };
    const typed = typedValues(formData);
    const t = await getTranslations('errors');
    const stay = (outcome: Staying) => stateOf(outcome, names, typed, t);

    if (!isFromOurPages(await headers())) {
      return stay(await refusal(await currentActor(), new Refused('sentFromElsewhere')));
    }
    const actor = (await actorFor(form.role, typed)) as Audience[Who];
    const tooOften = await countTry(form.limit, actor).then(
      () => null,
      (error: unknown) => refusal(actor, error),
    );
    if (tooOften) return stay(tooOften);
    const unreadable = unreadableFields(formData);
    if (unreadable.length > 0) return stay({ fields: allAre('unreadable', unreadable) });
    const parsed = await form.input.safeParseAsync(Object.fromEntries(formData));
    if (!parsed.success) return stay({ fields: fieldErrors(parsed.error) });

    const locale = await getLocale();
    const outcome = await run({ actor, input: parsed.data, ...times, locale, typed }).catch(
      (error: unknown) =>
        error instanceof ConfirmationNeeded ? confirmFirst(error, typed) : refusal(actor, error),
    );
    if ('message' in outcome || 'fields' in outcome) return stay(outcome);
    await forgetKept(await currentPath());
    if ('backTo' in outcome) return redirectToAddress(outcome.backTo);
    if ('to' in outcome) return redirect({ href: outcome.to, locale });
    return stay(outcome);
  };
}
