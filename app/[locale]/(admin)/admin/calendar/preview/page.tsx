import { getLocale, getTranslations } from 'next-intl/server';
import { closureDay } from '@/app/[locale]/(admin)/admin/approvals/change-words';
import { proposeClosure } from '@/app/[locale]/(admin)/admin/calendar/actions';
import { Effect } from '@/app/[locale]/(admin)/admin/calendar/effect';
import { officesWords } from '@/app/[locale]/(admin)/admin/calendar/offices';
import { SummaryList } from '@/app/ui/display/summary-list';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { closureEffect } from '@/lib/data/approval/effect';
import { courtDay } from '@/lib/domain/court/calendar';
import { closureForm, closureIn } from '@/lib/domain/court/closure-form';
import { courtNow } from '@/lib/services/clock';
import { savedForm } from '@/lib/web/action/saved-form';
import { redirect } from '@/lib/web/routes/navigation';
import { currentOwner, currentPath, requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminClosurePreview');

/** What a closure would do, before it is proposed. Whoever confirmed who they are comes back with the saved form. */
export default async function PreviewPage({ searchParams }: PageProps<'/[locale]/admin/calendar/preview'>) {
  const actor = await requireStaff('registrar');
  const [t, calendar, locale] = [
    await getTranslations('adminClosurePreview'),
    await getTranslations('adminCalendar'),
    await getLocale(),
  ];
  const saved = await savedForm(await currentPath(), await currentOwner());
  const { data: asked } = closureForm.safeParse({ ...saved, ...(await searchParams) });
  if (!asked) return redirect({ href: '/admin/calendar', locale });
  const closure = closureIn(asked);
  const effect = await closureEffect(actor, 'add-closure', closure, courtNow());
  const isPast = 'on' in closure && closure.on < courtDay(courtNow());
  return (
    <>
      <h1>{t('title')}</h1>
      <SummaryList
        rows={[
          { label: calendar('when'), value: await closureDay(closure, locale) },
          { label: calendar('nameEn'), value: closure.nameEn },
          { label: calendar('nameFr'), value: closure.nameFr },
          { label: calendar('offices'), value: await officesWords(closure.where) },
        ]}
      />
      <h2>{t('effect')}</h2>
      <Effect effect={effect} where={closure.where} />
      <PageForm action={proposeClosure}>
        {Object.entries(asked).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField name="closureReason" label={calendar('reason')} width="full" />
        {isPast && <TextField name="pastReason" label={t('pastReason')} width="full" />}
        <ButtonRow>
          <Button>{calendar('add')}</Button>
          <ButtonLink href="/admin/calendar" look="secondary">
            {t('back')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
