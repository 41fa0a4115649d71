import type { Locale } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { officesWords } from '@/app/[locale]/(admin)/admin/calendar/offices';
import { beforeAndAfterWords } from '@/app/[locale]/(admin)/admin/settings/changed-words';
import { settingTitle, settingWords } from '@/app/[locale]/(admin)/admin/settings/setting-words';
import type { Change } from '@/lib/domain/approval/proposal';
import type { Closure } from '@/lib/domain/court/closure';
import { formatDate, formatDayOfYear } from '@/lib/domain/court/dates';
import type { Setting } from '@/lib/domain/settings/setting';

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

type CorrectionChange = Extract<Change, { kind: 'correct-filing' }>;

async function correctionWords({ reference, ground, issuedOn, orderedOn, judge }: CorrectionChange) {
  const [t, locale] = [await getTranslations('approvals.values'), await getLocale()];
  const date = orderedOn && formatDate(orderedOn, locale);
  return {
    about: reference,
    before: t('issued', { date: formatDate(issuedOn, locale) }),
    after: t(`corrected-${ground}`, { judge, date }),
  };
}

type ReasonChange = Extract<Change, { kind: 'keep-hold-reason' | 'end-hold-reason' }>;

async function reasonWords(change: ReasonChange) {
  const [t, remedies, locale] = [
    await getTranslations('approvals.values'),
    await getTranslations('holdReasons.remedies'),
    await getLocale(),
  ];
  const day = (on: string) => formatDate(on, locale);
  const about = change.code;
  if (change.kind === 'end-hold-reason') {
    const before = change.from ? t('reasonUntil', { date: day(change.from) }) : t('reasonWithoutEnd');
    return { about, before, after: t('reasonUntil', { date: day(change.activeUntil) }) };
  }
  const { before, wordsEn: en, wordsFr: fr, remedy, activeFrom, activeUntil } = change;
  const kept = { en, fr, remedy: remedies(remedy), from: day(activeFrom) };
  return {
    about,
    before: before ? t('reasonWords', { en: before.wordsEn, fr: before.wordsFr }) : t('noReason'),
    after: activeUntil ? t('reasonKeptUntil', { ...kept, until: day(activeUntil) }) : t('reasonKept', kept),
  };
}

/** Upon what a filing is to be withdrawn; nothing of a proposal from before that was asked. */
async function withdrawalWords(change: Extract<Change, { kind: 'withdraw-filing' }>): Promise<string> {
  const { basis, basisOn, judge } = change;
  const t = await getTranslations('approvals.values');
  if (!basis || !basisOn) return t('withdrawn');
  return t(`withdrawnBy.${basis}`, { date: formatDate(basisOn, await getLocale()), judge });
}

type SettingChange = Extract<Change, { setting: Setting }>;

async function settingChangeWords({ setting, before, effectiveOn }: SettingChange) {
  const t = await getTranslations('adminSettings');
  const day = formatDate(effectiveOn, await getLocale());
  const first = t(`values.${'id' in setting ? 'nothing' : 'asAtFirst'}`);
  return {
    about: t('kindFrom', { kind: await settingTitle(setting), day }),
    ...(before
      ? await beforeAndAfterWords(setting, before)
      : { before: first, after: await settingWords(setting) }),
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
      return { about: reference, before, after: await withdrawalWords(change) };
    }
    case 'correct-filing':
      return correctionWords(change);
    case 'restrict-file':
    case 'lift-restriction':
      return restrictionWords(change);
    case 'keep-hold-reason':
    case 'end-hold-reason':
      return reasonWords(change);
    case 'change-setting':
    case 'change-notice':
    case 'change-court':
    case 'change-nature':
    case 'change-closure-name':
      return settingChangeWords(change);
  }
}
