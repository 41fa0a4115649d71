import { getLocale, getTranslations } from 'next-intl/server';
import { closureDay } from '@/app/[locale]/(admin)/admin/approvals/change-words';
import { remove } from '@/app/[locale]/(admin)/admin/calendar/actions';
import { Effect } from '@/app/[locale]/(admin)/admin/calendar/effect';
import { officesWords } from '@/app/[locale]/(admin)/admin/calendar/offices';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { closureEffect } from '@/lib/data/approval/effect';
import { getClosure } from '@/lib/data/court/calendar-editing';
import { courtNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminClosure');

/** Proposes to remove one closure. */
export default async function ClosurePage({ params }: PageProps<'/[locale]/admin/calendar/[closure]'>) {
  const actor = await requireStaff('registrar');
  const id = (await params).closure;
  const closure = await orNotFound(getClosure(actor, id));
  const [t, calendar, locale] = [
    await getTranslations('adminClosure'),
    await getTranslations('adminCalendar'),
    await getLocale(),
  ];
  const effect = await closureEffect(actor, 'remove-closure', closure, courtNow());
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{await closureDay(closure, locale)}</p>
      <p>{locale === 'fr' ? closure.nameFr : closure.nameEn}</p>
      <p>{await officesWords(closure.where)}</p>
      <Effect effect={effect} where={closure.where} />
      <PageForm action={remove} doneMessage={await proposedWords()}>
        <input type="hidden" name="id" value={id} />
        <TextField name="removalReason" label={calendar('reason')} width="full" />
        <ButtonRow>
          <Button>{t('button')}</Button>
          <ButtonLink href="/admin/calendar" look="secondary">
            {t('back')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
