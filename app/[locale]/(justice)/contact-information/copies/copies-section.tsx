import { getTranslations } from 'next-intl/server';
import { add, again, remove } from '@/app/[locale]/(justice)/contact-information/copies/actions';
import { PasswordField, TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { type CopyEmail, listCopyEmails, MOST_COPIES } from '@/lib/data/account/copies/copy-emails';
import type { UserActor } from '@/lib/domain/access/access';

/** The further addresses to which the court's messages about claims go, and a form to add one. */
export async function CopiesSection({ actor }: { actor: UserActor }) {
  const [t, copies] = [await getTranslations('copies'), await listCopyEmails(actor)];
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{t('title')}</h2>
      <p className="max-w-text">{t('intro', { most: MOST_COPIES })}</p>
      <ul className="mb-6 max-w-text">
        {copies.map((copy) => (
          <Copy key={copy.id} copy={copy} />
        ))}
      </ul>
      {copies.length < MOST_COPIES && (
        <PageForm action={add}>
          <TextField name="copyEmail" label={t('email')} type="email" />
          <PasswordField
            name="copyPassword"
            label={t('currentPassword')}
            hint={t('whyPassword')}
            autoComplete="current-password"
          />
          <ButtonRow>
            <Button look="secondary">{t('add')}</Button>
          </ButtonRow>
        </PageForm>
      )}
    </section>
  );
}

async function Copy({ copy: { id, email, confirmedAt } }: { copy: CopyEmail }) {
  const t = await getTranslations('copies');
  return (
    <li className="mb-4 rounded border border-line p-4">
      <p className="mb-1! font-semibold wrap-anywhere">{email}</p>
      <p>{t(confirmedAt ? 'confirmed' : 'unconfirmed')}</p>
      <div className="flex flex-col gap-3 sm:flex-row">
        {!confirmedAt && (
          <PageForm action={again} doneMessage={t('sent')}>
            <input type="hidden" name="copy" value={id} />
            <Button look="secondary" aria-label={t('againTo', { email })}>
              {t('again')}
            </Button>
          </PageForm>
        )}
        <PageForm action={remove}>
          <input type="hidden" name="copy" value={id} />
          <Button look="danger" aria-label={t('removeOf', { email })}>
            {t('remove')}
          </Button>
        </PageForm>
      </div>
    </li>
  );
}
