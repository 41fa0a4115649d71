import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { Form } from '@/app/ui/form/form';
import { savedForm } from '@/lib/web/action/saved-form';
import { currentOwner, currentPath } from '@/lib/web/session/session';

type Props = Omit<ComponentProps<typeof Form>, 'words'> & {
  /** A search: each of its fields may stay empty, and none says so. */
  isSearch?: boolean;
};

/**
 * The form of a page. It is filled with the values that were saved for this page when a session ended or the
 * language was switched.
 */
export async function PageForm({ initial, isSearch, ...props }: Props) {
  const t = await getTranslations('common');
  const saved = await savedForm(await currentPath(), await currentOwner());
  return (
    <Form
      {...props}
      initial={{ ...initial, ...saved }}
      words={{
        errorHeading: t('errorHeading'),
        errorInTitle: t('errorInTitle'),
        unanswered: t('unanswered'),
        optional: isSearch ? undefined : t('optional'),
        password: { show: t('showPassword'), hide: t('hidePassword') },
      }}
    />
  );
}
