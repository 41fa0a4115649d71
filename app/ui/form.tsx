'use client';

import { unstable_rethrow } from 'next/navigation';
import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react';
import { useInBrowser } from '@/app/ui/in-browser';
import type { FormState } from '@/lib/web/action';
import type { Found } from '@/lib/web/found';
import { typedValues } from '@/lib/web/typed';

type Shown = { state: FormState; scope?: string };
const FormContext = createContext<Shown>({ state: { fields: {}, values: {} } });

const idOf = (name: string, scope: string | undefined) => (scope ? `${scope}-${name}` : name);

/** What is written on the button beside a password. */
type PasswordWords = { show: string; hide: string };
const PasswordWordsContext = createContext<PasswordWords | undefined>(undefined);

/** What a field shows: the message at it, and what was typed or saved; and its id. */
export function useField(name: string): { id: string; error?: string; value?: string } {
  const { state, scope } = useContext(FormContext);
  return { id: idOf(name, scope), error: state.fields[name], value: state.values[name] };
}

/** The words of the button that shows a password. */
export function usePasswordWords(): PasswordWords | undefined {
  return useContext(PasswordWordsContext);
}

/** What the form's search found; nothing before it was sent. */
export function useFound(): Found | undefined {
  return useContext(FormContext).state.found;
}

/** What is wrong, on top, with a link to each field. The focus goes there. */
function ErrorSummary({ state, scope, heading }: Shown & { heading: string }) {
  const box = useRef<HTMLDivElement>(null);
  const errors = Object.entries(state.fields);
  useEffect(() => {
    if (state.message || Object.keys(state.fields).length > 0) box.current?.focus();
  }, [state]);
  if (!state.message && errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      data-testid="error-summary"
      className="mb-8 max-w-text border-2 border-alert bg-alert-light p-5"
    >
      <h2 className="mt-0! mb-2! text-xl!">{heading}</h2>
      {state.message && <p className="mb-0!">{state.message}</p>}
      {errors.length > 0 && (
        <ul className="mb-0! list-disc pl-6">
          {errors.map(([name, message]) => (
            <li key={name}>
              <a href={`#${idOf(name, scope)}`} className="font-semibold text-alert underline">
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Action = (state: FormState, formData: FormData) => Promise<FormState>;

/** The action in a browser: where no answer comes, the form stays with what was typed and says so. */
const answered =
  (action: Action, unanswered: string): Action =>
  async (state, formData) => {
    try {
      return await action(state, formData);
    } catch (error) {
      unstable_rethrow(error);
      return { message: unanswered, fields: {}, values: typedValues(formData) };
    }
  };

type Props = {
  action: Action;
  /** What was saved or kept, by field name. */
  initial?: Record<string, string>;
  words: { errorHeading: string; unanswered: string; password: PasswordWords };
  /** Said, and announced, when the action stays on the page after success. */
  doneMessage?: string;
  /** Begins the ids of its text fields, where a page has the form more than once. */
  scope?: string;
  children: ReactNode;
};

/** A form on a server action: works without JavaScript, shows what is wrong and keeps what was typed. */
export function Form({ action, initial = {}, words, doneMessage, scope, children }: Props) {
  // Until the page runs, and without JavaScript, the form is the server's alone.
  const isRunning = useInBrowser();
  const current = isRunning ? answered(action, words.unanswered) : action;
  const [state, send] = useActionState(current, { fields: {}, values: initial });
  const round = useRef({ state, count: 0 });
  if (round.current.state !== state) round.current = { state, count: round.current.count + 1 };
  return (
    <FormContext value={{ state, scope }}>
      <ErrorSummary state={state} scope={scope} heading={words.errorHeading} />
      <div role="status">
        {state.done && doneMessage && (
          <p className="mb-6 border-l-4 border-success bg-success-light p-4 font-semibold">{doneMessage}</p>
        )}
      </div>
      <form action={send} noValidate data-keep key={round.current.count}>
        <PasswordWordsContext value={words.password}>{children}</PasswordWordsContext>
      </form>
    </FormContext>
  );
}
