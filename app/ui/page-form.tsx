import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { Form } from '@/app/ui/form';
import { keptValues } from '@/lib/web/kept';
import { currentOwner, currentPath } from '@/lib/web/session';

type Props = Omit<ComponentProps<typeof Form>, 'words'>;

/** The form of a page: what was kept for this page (session ended, language switched) stands in it again. */
export async function PageForm({ initial, ...props }: Props) {
  const t = await getTranslations('common');
  const kept = await keptValues(await currentPath(), await currentOwner());
  return (
    <Form
      {...props}
      initial={{ ...initial, ...kept }}
      words={{
        errorHeading: t('errorHeading'),
        unanswered: t('unanswered'),
        password: { show: t('showPassword'), hide: t('hidePassword') },
      }}
    />
  );
}
