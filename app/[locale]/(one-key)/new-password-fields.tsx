import { getTranslations } from 'next-intl/server';
import { PasswordField } from '@/app/ui/form/fields';
import { NewPasswordField } from '@/app/ui/form/new-password-field';
import { PASSWORD_LENGTH } from '@/lib/domain/account/account';

const levels = ['0', '1', '2', '3', '4'] as const;

/** A new password, entered twice. Password managers offer one. */
export async function NewPasswordFields({
  label,
  hint,
  confirm,
}: {
  label: string;
  hint: string;
  confirm: string;
}) {
  const t = await getTranslations('passwordStrength');
  const words = { short: t('short'), levels: levels.map((level) => t(`levels.${level}`)) };
  const shared = { autoComplete: 'new-password', width: 'medium' } as const;
  return (
    <>
      <NewPasswordField
        name="password"
        label={label}
        hint={hint}
        least={PASSWORD_LENGTH.min}
        words={words}
        {...shared}
      />
      <PasswordField name="confirmPassword" label={confirm} {...shared} />
    </>
  );
}
