import { headers } from 'next/headers';
import { notFound, redirect as redirectToPath } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { ConfirmationNeeded, MustWait, NotFound, Refused, TakenMeanwhile } from '@/lib/data/access/errors';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import { sentField } from '@/lib/domain/contact/postal-address';
import { inMinutes } from '@/lib/domain/sign-in/login-throttle';
import { errorOf, type FieldError, keptOf } from '@/lib/domain/text';
import { log } from '@/lib/log';
import type { ErrorKey } from '@/lib/messages/catalogue';
import { courtNow, systemNow } from '@/lib/services/clock';
import { errorWords, type Words } from '@/lib/web/action/error-words';
import { formValues, unreadableFields } from '@/lib/web/action/form-values';
import { keepLimit, type LimitName } from '@/lib/web/action/limit';
import type { FormState, Outcome } from '@/lib/web/action/outcome';
import { noteRefusal } from '@/lib/web/action/refusals';
import { forgetSavedForm, saveForm, withoutSecrets } from '@/lib/web/action/saved-form';
import { isFromOurPages } from '@/lib/web/http/origin';
import { answerLater, noteFormRead } from '@/lib/web/http/server';
import { publicFacts } from '@/lib/web/prepared/public-facts';
import { type Href, redirect } from '@/lib/web/routes/navigation';
import type { Locale } from '@/lib/web/routes/paths';
import {
  currentActor,
  currentOwner,
  currentPath,
  requireActor,
  requireStaff,
  sessionOwner,
} from '@/lib/web/session/session';
import { visitorKeys } from '@/lib/web/session/visitor';

type Audience = {
  anonymous: Actor;
  user: UserActor;
  staff: UserActor;
  registrar: UserActor;
  administrator: UserActor;
};

type Sent<Input, Who extends keyof Audience> = {
  actor: Audience[Who];
  input: Input;
  /** The system's time. */
  now: Date;
  /** The court's time. */
  courtNow: Date;
  locale: Locale;
  /** Every text field as it was sent. */
  values: Record<string, string>;
};

async function actorFor(role: keyof Audience, values: Record<string, string>): Promise<Actor> {
  if (role === 'anonymous') return currentActor();
  if (role === 'staff') return requireStaff();
  if (role === 'registrar' || role === 'administrator') return requireStaff(role);
  if ((await currentActor()).kind !== 'user')
    await saveForm(await currentPath(), withoutSecrets(values), await sessionOwner());
  return requireActor();
}

/** Counts a request: a signed-in person by their id, anyone else by IP. @throws MustWait */
async function countRequest(limit: LimitName | 'counts-itself', actor: Actor): Promise<void> {
  if (limit === 'counts-itself') return;
  await keepLimit(limit, actor.kind === 'user' ? actor.userId : await visitorKeys());
}

/** Each field's first message. */
function fieldErrors(error: z.ZodError): Record<string, FieldError> {
  const fields: Record<string, FieldError> = {};
  for (const issue of error.issues) fields[String(issue.path[0] ?? '')] ??= errorOf(issue);
  return fields;
}

/** The same message for each of these fields. */
const allAre = (message: ErrorKey, fields: string[]): Record<string, FieldError> =>
  Object.fromEntries(fields.map((name) => [name, message]));

/** The names of a form's fields in the order of its schema, which is that of the page. */
function namesOf(input: z.ZodType): string[] {
  if (input instanceof z.ZodPipe) return namesOf(input.out as z.ZodType);
  if (input instanceof z.ZodIntersection)
    return [input.def.left, input.def.right].flatMap((one) => namesOf(one as z.ZodType));
  return input instanceof z.ZodObject ? Object.keys(input.shape) : [];
}

type Staying = Exclude<Outcome, { to: Href } | { backTo: string }>;
/** The state of the form if the person stays on its page. */
function stateOf(outcome: Staying, names: string[], sent: Record<string, string>, words: Words): FormState {
  const values = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, keptOf(value)]));
  if ('message' in outcome) {
    return { message: words.error(outcome.message, outcome), fields: {}, values };
  }
  if ('isEmptied' in outcome) return { done: true, fields: {}, values: {} };
  if (!('fields' in outcome)) return { ...outcome, fields: {}, values };
  const wrong = Object.entries(outcome.fields).sort(([a], [b]) => names.indexOf(a) - names.indexOf(b));
  const said = wrong.map(([name, error]) => {
    const place = sentField(name, sent);
    return [place, words.field(place, error, sent[place])];
  });
  return { fields: Object.fromEntries(said), values };
}

/**
 * Refusals because of who sends a form or from where, not because of its values. The audit log records them.
 */
const accessRefusals = new Set<ErrorKey>(['ownAccount', 'sentFromElsewhere']);

/**
 * Turns a Refused into the form's message. A MustWait also sets the response's status, and a NotFound gives
 * the not-found page. Any other error is thrown on.
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
  if (error instanceof TakenMeanwhile) return { message: error.key, holder: error.holder };
  if (!(error instanceof MustWait)) return { message: error.key };
  answerLater(error.key === 'busy' ? 503 : 429, error.seconds);
  return { message: error.key, minutes: inMinutes(error.seconds) };
}

/** Saves the form and sends the person to confirm who they are. Then they come back to it. */
async function confirmFirst({ act }: ConfirmationNeeded, values: Record<string, string>): Promise<never> {
  log.info({ act }, 'confirmation needed');
  const next = await currentPath();
  await saveForm(next, values, await currentOwner());
  return redirect({ href: { pathname: '/confirm', query: { next } }, locale: await getLocale() });
}

/**
 * The form among the values with which an action was called: the second of React's, the only one of a form without a
 * state. Whoever calls it by hand may send anything; that is an empty form.
 */
const formIn = (sent: readonly unknown[]): FormData =>
  sent.findLast((value) => value instanceof FormData) ?? new FormData();

/**
 * Makes a server action for a form. It reads the session from its row, limits the rate (or leaves that to a
 * command that `counts-itself`), checks the fields by the schema that the page shares, runs one command, and
 * turns the result into a page or a form with messages. Refused becomes the form's message,
 * ConfirmationNeeded the confirmation page, NotFound the not-found page, and any other error the error page.
 */
export function action<Input, Who extends keyof Audience>(
  form: { role: Who; input: z.ZodType<Input>; limit: LimitName | 'counts-itself' },
  run: (sent: Sent<Input, Who>) => Promise<Outcome>,
): (state: FormState, formData: FormData) => Promise<FormState> {
  const names = namesOf(form.input);
  return async (...sent) => {
    const formData = formIn(sent);
    // This instant counts, because the steps before the command may take a while under load.
    const times = { now: systemNow(), courtNow: courtNow() };
    const values = formValues(formData);
    noteFormRead();
    const words = await errorWords();
    const stay = (outcome: Staying) => stateOf(outcome, names, values, words);

    if (!isFromOurPages(await headers())) {
      return stay(await refusal(await currentActor(), new Refused('sentFromElsewhere')));
    }
    const actor = (await actorFor(form.role, values)) as Audience[Who];
    const tooOften = await countRequest(form.limit, actor).then(
      () => null,
      (error: unknown) => refusal(actor, error),
    );
    if (tooOften) return stay(tooOften);
    const unreadable = unreadableFields(formData);
    if (unreadable.length > 0) return stay({ fields: allAre('unreadable', unreadable) });
    const parsed = await form.input.safeParseAsync(Object.fromEntries(formData));
    if (!parsed.success) return stay({ fields: fieldErrors(parsed.error) });

    const locale = await getLocale();
    const outcome = await run({ actor, input: parsed.data, ...times, locale, values }).catch(
      (error: unknown) =>
        error instanceof ConfirmationNeeded ? confirmFirst(error, values) : refusal(actor, error),
    );
    // The page that answers shows what the command changed.
    publicFacts.expire();
    if ('message' in outcome || 'fields' in outcome || 'changed' in outcome) return stay(outcome);
    await forgetSavedForm(await currentPath());
    if ('backTo' in outcome) return redirectToPath(outcome.backTo);
    if ('to' in outcome) return redirect({ href: outcome.to, locale });
    return stay(outcome);
  };
}
