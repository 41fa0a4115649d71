import { PasswordField } from '@/app/ui/fields';

/** A password to choose, and once more; managers offer a new one. */
export function NewPasswordFields({
  label,
  hint,
  confirm,
}: {
  label: string;
  hint: string;
  confirm: string;
}) {
  const shared = { autoComplete: 'new-password', width: 'medium' } as const;
  return (
    <>
      <PasswordField name="password" label={label} hint={hint} {...shared} />
      <PasswordField name="confirmPassword" label={confirm} {...shared} />
    </>
  );
}
