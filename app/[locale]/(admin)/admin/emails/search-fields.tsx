import { getTranslations } from 'next-intl/server';
import { TextField } from '@/app/ui/form/fields';
import { Select } from '@/app/ui/form/select';
import { Button } from '@/app/ui/layout/button';
import { MAIL_KINDS } from '@/lib/domain/filing/mail-kind';
import { MAIL_STANDINGS } from '@/lib/domain/filing/mail-search';

/** What e-mail is searched by. */
export async function SearchFields() {
  const t = await getTranslations('adminEmails');
  const kinds = MAIL_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
  const standings = MAIL_STANDINGS.map((standing) => ({ value: standing, label: t(`states.${standing}`) }));
  return (
    <>
      <TextField name="typed" label={t('typed')} hint={t('typedHint')} need="unmarked" />
      <div className="grid sm:max-w-text sm:grid-cols-2 sm:gap-x-6">
        <Select
          name="kind"
          label={t('kind')}
          placeholder={t('anyKind')}
          options={kinds}
          width="medium"
          need="unmarked"
        />
        <Select
          name="standing"
          label={t('state')}
          placeholder={t('anyState')}
          options={standings}
          width="medium"
          need="unmarked"
        />
        {(['writtenFrom', 'writtenUntil'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            hint={t('dateHint')}
            width="medium"
            need="unmarked"
          />
        ))}
      </div>
      <Button>{t('search')}</Button>
    </>
  );
}
