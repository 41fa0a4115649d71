'use client';

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { useEffect, useRef, useState } from 'react';
import { useField } from '@/app/ui/form/form';
import { FieldError } from '@/app/ui/form/labelled';
import { Button } from '@/app/ui/layout/button';

const name = 'passkeyResponse';

/** Asks the server for the options that the browser needs; null if the server gives none now. */
type Ceremony =
  | { use: 'create'; ask: () => Promise<PublicKeyCredentialCreationOptionsJSON | null> }
  | { use: 'get'; ask: () => Promise<PublicKeyCredentialRequestOptionsJSON | null> };

type Props = { ceremony: Ceremony; words: { button: string; failed: string; needsScript: string } };

/** Has the browser make or use a passkey. @returns its answer as JSON; null without one */
async function perform({ use, ask }: Ceremony): Promise<string | null> {
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = await ask();
  if (!optionsJSON) return null;
  const answer =
    use === 'create'
      ? await startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON })
      : await startAuthentication({ optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON });
  return JSON.stringify(answer);
}

/**
 * Makes or uses a passkey and sends its form with the answer. Without JavaScript it says what is required.
 */
export function PasskeyButton({ ceremony, words }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [isAble, setAble] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { error } = useField(name);
  useEffect(() => setAble('PublicKeyCredential' in window), []);
  if (!isAble) return <p>{words.needsScript}</p>;
  const start = async () => {
    setFailed(false);
    const answer = await perform(ceremony).catch(() => null);
    if (!answer || !field.current) return setFailed(true);
    field.current.value = answer;
    field.current.form?.requestSubmit();
  };
  const told = hasFailed ? words.failed : error;
  return (
    <>
      <input ref={field} type="hidden" name={name} />
      <div role="alert">{told && <FieldError name={name}>{told}</FieldError>}</div>
      <Button
        id={name}
        type="button"
        look="secondary"
        aria-describedby={told ? `${name}-error` : undefined}
        onClick={start}
      >
        {words.button}
      </Button>
    </>
  );
}
