import type { Locale } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { officesWords } from '@/app/[locale]/(admin)/admin/calendar/offices';
import { settingWords } from '@/app/[locale]/(admin)/admin/settings/setting-words';
import type { Change } from '@/lib/domain/approval/proposal';
import type { Closure } from '@/lib/domain/court/closure';
import { formatDate, formatDayOfYear } from '@/lib/domain/court/dates';

/** The day of a closure in words. */
export async function closureDay(closure: Closure, locale: Locale): Promise<string> {
  if ('on' in closure) return formatDate(closure.on, locale);
  const t = await getTranslations('adminCalendar');
  const day = formatDayOfYear(closure.month, closure.day, locale);
  return t('everyYear', { day, year: String(closure.fromYear) });
}

type RestrictionChange = Extract<Change, { kind: 'restrict-file' | 'lift-restriction' }>;

async function restrictionWords(change: RestrictionChange) {
  const [t, names] = [await getTranslations('approvals.values'), await getTranslations('restriction.names')];
  const restriction = names(change.restriction);
  const order = { judge: change.judge, date: formatDate(change.orderedOn, await getLocale()) };
  const about = change.fileNumber;
  if (change.kind === 'lift-restriction') return { about, before: restriction, after: t('lifted', order) };
  const title = change.publicTitle;
  const after = title
    ? t('titled', { restriction, title, ...order })
    : t('restricted', { restriction, ...order });
  return { about, before: t('unrestricted'), after };
}

type SettingChange = Extract<Change, { kind: 'change-setting' | 'change-notice' }>;

async function settingChangeWords({ setting, before, effectiveOn }: SettingChange) {
  const t = await getTranslations('adminSettings');
  const day = formatDate(effectiveOn, await getLocale());
  return {
    about: t('kindFrom', { kind: t(`kinds.${setting.kind}`), day }),
    before: before ? await settingWords(before) : t('values.asAtFirst'),
    after: await settingWords(setting),
  };
}

/** What a change is about, and what is before it and after it, in words. */
export async function changeWords(change: Change): Promise<{ about: string; before: string; after: string }> {
  const [t, rules, states, locale] = [
    await getTranslations('approvals.values'),
    await getTranslations('adminCalendar'),
    await getTranslations('filingState'),
    await getLocale(),
  ];
  const of = async (closure: Closure) => {
    const day = await closureDay(closure, locale);
    return closure.where ? t('offices', { day, offices: await officesWords(closure.where) }) : day;
  };
  const closed = (closure: Closure) => {
    const name = locale === 'fr' ? closure.nameFr : closure.nameEn;
    return t('on' in closure && closure.isHoliday ? 'holiday' : 'closed', { name });
  };
  switch (change.kind) {
    case 'add-closure': {
      const { closure } = change;
      return { about: await of(closure), before: t('open'), after: closed(closure) };
    }
    case 'remove-closure': {
      const { closure } = change;
      return { about: await of(closure), before: closed(closure), after: t('open') };
    }
    case 'set-opening-rule':
      return { about: rules('beforeOpening'), before: rules(change.from), after: rules(change.to) };
    case 'redate-filing': {
      const date = (on: string) => t('date', { date: formatDate(on, locale) });
      return { about: change.reference, before: date(change.from), after: date(change.to) };
    }
    case 'withdraw-filing': {
      const { reference, state, issueOn } = change;
      const before = t('standing', { state: states(state), date: formatDate(issueOn, locale) });
      return { about: reference, before, after: t('withdrawn') };
    }
    case 'restrict-file':
    case 'lift-restriction':
      return restrictionWords(change);
    case 'change-setting':
    case 'change-notice':
      return settingChangeWords(change);
  }
}
