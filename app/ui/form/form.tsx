'use client';

import { CircleCheck } from 'lucide';
import { unstable_rethrow } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Icon } from '@/app/ui/display/line-icon';
import { InFold } from '@/app/ui/form/fold';
import { useInBrowser } from '@/app/ui/form/in-browser';
import type { Need } from '@/app/ui/form/labelled';
import { formValues } from '@/lib/web/action/form-values';
import type { Changed, FormState } from '@/lib/web/action/outcome';
import type { SearchPage } from '@/lib/web/action/search-page';

type Shown = { state: FormState; scope?: string | undefined };
type Context = Shown & {
  /** The word behind the label of a field that may stay empty; without it no field must be answered, and none is marked. */
  optional?: string | undefined;
};
const FormContext = createContext<Context>({ state: { fields: {}, values: {} } });

const idOf = (name: string, scope: string | undefined) => (scope ? `${scope}-${name}` : name);

/** The labels of the button beside a password. */
type PasswordWords = { show: string; hide: string };
const PasswordWordsContext = createContext<PasswordWords | undefined>(undefined);

type Field = {
  id: string;
  /** What is wrong with it. */
  error: string | undefined;
  /** The value that was sent or saved. */
  value: string | undefined;
  /** For `aria-required`. The form itself is never checked by the browser, whose messages are in its own language. */
  required: true | undefined;
  /** The word behind its label. */
  mark: string | undefined;
};

/** What a field of the form shows and says of itself. */
export function useField(name: string, need: Need = 'required'): Field {
  const { state, scope, optional } = useContext(FormContext);
  return {
    id: idOf(name, scope),
    error: state.fields[name],
    value: state.values[name],
    required: (need === 'required' && optional !== undefined) || undefined,
    mark: need === 'optional' ? optional : undefined,
  };
}

/** The labels of the button that shows a password. */
export function usePasswordWords(): PasswordWords | undefined {
  return useContext(PasswordWordsContext);
}

/** The page of search results for the form; undefined before it was sent. */
export function useSearchPage(): SearchPage | undefined {
  return useContext(FormContext).state.searchPage;
}

/** What another page saved meanwhile; undefined if the form was not refused for it. */
export function useChanges(): Changed | undefined {
  return useContext(FormContext).state.changed;
}

/** The code that the form's answer shows once; undefined where there is none. */
export function useShownCode(): string | undefined {
  return useContext(FormContext).state.code;
}

/** The errors of a form above it, with a link to each field. It takes the focus, and the page's title begins with it. */
function ErrorSummary({ state, scope, heading, inTitle }: Shown & { heading: string; inTitle: string }) {
  const box = useRef<HTMLDivElement>(null);
  const errors = Object.entries(state.fields);
  useEffect(() => {
    if (!state.message && Object.keys(state.fields).length === 0) return;
    box.current?.focus();
    const title = document.title;
    document.title = `${inTitle} ${title}`;
    return () => {
      document.title = title;
    };
  }, [state, inTitle]);
  if (!state.message && errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      data-testid="error-summary"
      className="mb-8 max-w-text rounded border-2 border-alert bg-alert-light p-5"
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

/** The action in a browser. If no answer comes, the form keeps its values and says so. */
const answered =
  (action: Action, unanswered: string): Action =>
  async (state, formData) => {
    try {
      return await action(state, formData);
    } catch (error) {
      unstable_rethrow(error);
      return { message: unanswered, fields: {}, values: formValues(formData) };
    }
  };

type Props = {
  action: Action;
  /** The saved values, by field name. */
  initial?: Record<string, string> | undefined;
  words: {
    errorHeading: string;
    errorInTitle: string;
    unanswered: string;
    /** Undefined in a form in which no field must be answered. */
    optional: string | undefined;
    password: PasswordWords;
  };
  /** Shown and announced when the action succeeds and stays on the page. */
  doneMessage?: string;
  /** A prefix for the ids of the text fields, if a page has the form more than once. */
  scope?: string;
  children: ReactNode;
};

/** A form on a server action. It works without JavaScript, shows errors and keeps its values. */
export function Form({ action, initial = {}, words, doneMessage, scope, children }: Props) {
  // Before the page's scripts run, and without JavaScript, the server alone handles the form.
  const isRunning = useInBrowser();
  const current = isRunning ? answered(action, words.unanswered) : action;
  const [unsent] = useState<FormState>({ fields: {}, values: initial });
  const [state, send] = useActionState(current, unsent);
  const round = useRef({ state, count: 0 });
  if (round.current.state !== state) round.current = { state, count: round.current.count + 1 };
  return (
    <FormContext value={{ state, scope, optional: words.optional }}>
      <InFold isSent={state !== unsent}>
        <ErrorSummary state={state} scope={scope} heading={words.errorHeading} inTitle={words.errorInTitle} />
        <div role="status">
          {state.done && doneMessage && (
            <p className="mb-6 flex max-w-text gap-3 rounded-r border-l-4 border-success bg-success-light p-4 font-semibold">
              <Icon of={CircleCheck} className="mt-0.5 shrink-0 text-success" />
              {doneMessage}
            </p>
          )}
        </div>
        <form action={send} noValidate data-save key={round.current.count}>
          <PasswordWordsContext value={words.password}>{children}</PasswordWordsContext>
        </form>
      </InFold>
    </FormContext>
  );
}

/**
 * A form whose answers go into the address of its own page, where links can name them. It stores nothing, and every
 * question may be left out.
 */
export function QueryForm({ values, children }: { values: Record<string, string>; children: ReactNode }) {
  return (
    <FormContext value={{ state: { fields: {}, values } }}>
      <form method="get">{children}</form>
    </FormContext>
  );
}
