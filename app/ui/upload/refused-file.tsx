import { Alert } from '@/app/ui/display/alert';
import { refusedFileWords } from '@/app/ui/upload/refusal-words';

type Props = {
  reference: string;
  code: string;
  /** The sentence of the page in which the reason stands. */
  say: (reason: string) => string;
};

/** Why a file about a filing was not taken. */
export async function RefusedFile({ reference, code, say }: Props) {
  const reason = await refusedFileWords(reference, code);
  return (
    <div role="alert">
      <Alert look="error">
        <p>{say(reason)}</p>
      </Alert>
    </div>
  );
}
