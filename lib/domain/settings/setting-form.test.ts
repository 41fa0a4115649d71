import { expect, it } from 'vitest';
import {
  closureNameForm,
  feeForm,
  limitsForm,
  natureForm,
  noticeForm,
  termsForm,
} from '@/lib/domain/settings/setting-form';

type Form = {
  safeParse: (typed: object) => { error?: { issues: { path: PropertyKey[]; message: string }[] } };
};
const errorsOf = (form: Form, typed: object) =>
  form.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join()} ${message}`) ?? [];

it('takes a fee as people type it', () => {
  const typed = { feeFrom: '2027-01-01', feeReason: 'the index' };
  expect(feeForm.parse({ ...typed, dollars: '$1,243' }).dollars).toBe('1243');
  for (const dollars of ['', '0', '243.50', '-1', 'free', '99999999'])
    expect(errorsOf(feeForm, { ...typed, dollars }), dollars).toEqual(['dollars enterDollars']);
});

it('takes no limits that cross', () => {
  const typed = { limitsFrom: '2027-01-01', limitsReason: 'the regulation', smallClaims: '60000' };
  expect(errorsOf(limitsForm, { ...typed, simplified: '250 000' })).toEqual([]);
  expect(errorsOf(limitsForm, { ...typed, simplified: '50,000' })).toEqual(['simplified limitsCrossed']);
});

it('takes a notice in both languages or none, that does not end before it begins', () => {
  const typed = { noticeFrom: '2026-12-01', noticeReason: 'a move' };
  const words = { siteNoticeEn: 'We move.', siteNoticeFr: 'Nous déménageons.' };
  expect(errorsOf(noticeForm, typed)).toEqual([]);
  expect(errorsOf(noticeForm, { ...typed, ...words, noticeUntil: '2026-12-01' })).toEqual([]);
  expect(errorsOf(noticeForm, { ...typed, siteNoticeEn: 'We move.' })).toEqual([
    'siteNoticeFr noticeInBothLanguages',
  ]);
  expect(errorsOf(noticeForm, { ...typed, ...words, noticeUntil: '2026-11-30' })).toEqual([
    'noticeUntil untilBeforeFrom',
  ]);
});

it('keeps the lines of terms, and wants the same terms in both languages', () => {
  const typed = { termsFrom: '2027-01-01', termsReason: 'a law', termsEn: '# Use\r\nUse   it.' };
  expect(termsForm.parse({ ...typed, termsFr: '# Usage\nUtilisez-le.' }).termsEn).toBe('# Use\nUse it.');
  expect(errorsOf(termsForm, { ...typed, termsFr: '# Usage' })).toEqual(['termsFr termsNotParallel']);
  expect(errorsOf(termsForm, { ...typed, termsFr: 'Utilisez-le.' })).toContain('termsFr enterTerms');
});

it('takes a nature that the code knows, or one under a code of its own, in both languages', () => {
  const typed = {
    ...{ natureCode: 'constructionLien', natureEn: 'Lien', natureFr: 'Privilège', natureOffered: 'no' },
    ...{ countsAs: 'constructionLien', natureFrom: '2027-01-01', natureReason: 'the Act' },
  };
  expect(errorsOf(natureForm, typed)).toEqual([]);
  expect(errorsOf(natureForm, { ...typed, natureCode: 'data-breach' })).toEqual([]);
  for (const natureCode of ['Données', 'x', '9-lives', 'dataBreach'])
    expect(errorsOf(natureForm, { ...typed, natureCode })).toEqual(['natureCode natureCode']);
  expect(errorsOf(natureForm, { ...typed, natureFr: '', countsAs: 'other', natureOffered: '' })).toEqual([
    ...['natureFr enterNatureWords', 'countsAs chooseCountsAs', 'natureOffered chooseOffered'],
  ]);
});

it('takes a name for closures in both languages', () => {
  const typed = { nameCode: 'snow', keptNameEn: 'Snow', keptNameFr: 'Neige', nameOffered: 'yes' };
  const why = { nameFrom: '2027-01-01', keptNameReason: 'winter' };
  expect(errorsOf(closureNameForm, { ...typed, ...why })).toEqual([]);
  expect(errorsOf(closureNameForm, { ...typed, ...why, nameCode: '', keptNameFr: '' })).toEqual([
    ...['nameCode enterNameCode', 'keptNameFr enterClosureName'],
  ]);
});
