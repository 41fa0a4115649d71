import { describe, expect, it } from 'vitest';
import { newPasswordForm, signInForm, signUpForm } from '@/lib/domain/account/account';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';

const form = {
  oneKeyId: 'ann.roy2026',
  password: 'correct horse battery',
  confirmPassword: 'correct horse battery',
  acceptTerms: 'on',
  question1: 'firstPet',
  answer1: 'Rex',
  question2: 'birthCity',
  answer2: 'Sudbury',
  question3: 'firstCar',
  answer3: 'Volvo',
  email: '',
};

function errors(changes: Record<string, string | undefined>) {
  const issues = signUpForm.safeParse({ ...form, ...changes }).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path[0], message]));
}

it('a complete form signs up', () => {
  expect(signUpForm.parse(form)).toEqual(form);
});

it('an empty form says everything at once', () => {
  const issues = signUpForm.safeParse({}).error?.issues ?? [];
  expect(Object.fromEntries(issues.map(({ path, message }) => [path[0], message]))).toEqual({
    oneKeyId: 'enterOneKeyId',
    password: 'enterPassword',
    acceptTerms: 'acceptTerms',
    question1: 'chooseQuestion',
    answer1: 'enterAnswer',
    question2: 'chooseQuestion',
    answer2: 'enterAnswer',
    question3: 'chooseQuestion',
    answer3: 'enterAnswer',
  });
});

describe('a ONE-key ID', () => {
  it.each([
    'annroy20',
    'ann.roy@example.com',
    'Élodie-Côté',
    '1234567a',
    'a'.repeat(100),
    'Шевченко-26',
    '田中さくらタロウ',
    '김金민준김민준김',
    'ᐃᓄᒃᑎᑐᑦ2026',
    "o'brien-2026_x",
  ])('may be %s', (oneKeyId) => {
    expect(errors({ oneKeyId })).toEqual({});
  });

  it('is taken without what was pasted around it unseen', () => {
    for (const typed of ['\u200Bannroy2026', '\u00A0annroy2026\u200E', '\u202Aannroy2026\u202C'])
      expect(foldOneKeyId(typed)).toBe('annroy2026');
  });

  it.each([
    ['annroy2', 'oneKeyIdLength'],
    ['a'.repeat(101), 'oneKeyIdLength'],
    ['12345678', 'oneKeyIdCharacters'],
    ['ann roy 2026', 'oneKeyIdCharacters'],
    ['ann*roy2026', 'oneKeyIdCharacters'],
    ['ann\\roy2026', 'oneKeyIdCharacters'],
    ['ann+roy2026', 'oneKeyIdCharacters'],
    ['ann"roy2026', 'oneKeyIdCharacters'],
    ['ann\u0000roy2026', 'oneKeyIdCharacters'],
    ['ann\u0085roy2026', 'oneKeyIdCharacters'],
    ['ann\u007froy2026', 'oneKeyIdCharacters'],
    ['ann\troy2026', 'oneKeyIdCharacters'],
    ['ann\u00a0roy2026', 'oneKeyIdCharacters'],
    ['ann\u200broy2026', 'oneKeyIdCharacters'],
    ['ann\u200droy2026', 'oneKeyIdCharacters'],
    ['ann\u00adroy2026', 'oneKeyIdCharacters'],
    ['ann\u202eroy2026', 'oneKeyIdCharacters'],
    ['ann\u2066roy2026', 'oneKeyIdCharacters'],
    ['ann\u200froy2026', 'oneKeyIdCharacters'],
    ['ann\ufe0froy2026', 'oneKeyIdCharacters'],
    ['ann\u034froy2026', 'oneKeyIdCharacters'],
    ['ann\u3164roy2026', 'oneKeyIdCharacters'],
    ['ann\u2800roy2026', 'oneKeyIdCharacters'],
    ['ann\u{e0061}roy2026', 'oneKeyIdCharacters'],
    ['ann\ue000roy2026', 'oneKeyIdCharacters'],
    ['ann\ud800roy2026', 'oneKeyIdCharacters'],
    ['ann＊roy2026', 'oneKeyIdCharacters'],
    ['ann＼roy2026', 'oneKeyIdCharacters'],
    ['аnn.roy2026', 'oneKeyIdCharacters'],
    ['ann.ρoy2026', 'oneKeyIdCharacters'],
    ['annroy2026🍁', 'oneKeyIdCharacters'],
    ['annroy•2026', 'oneKeyIdCharacters'],
    ['annroy20٢٦', 'oneKeyIdCharacters'],
  ])('may not be %j', (oneKeyId, error) => {
    expect(errors({ oneKeyId })).toEqual({ oneKeyId: error });
  });

  it('is the same in every case and width', () => {
    expect(foldOneKeyId(' ANN.Roy2026 ')).toBe(foldOneKeyId('ann.roy2026'));
    expect(foldOneKeyId('ａｎｎ．ｒｏｙ２０２６')).toBe('ann.roy2026');
    expect(foldOneKeyId('Strasse26')).toBe(foldOneKeyId('Straße26'));
    expect(foldOneKeyId('ann.roy2026')).not.toBe(foldOneKeyId('ann.roy2027'));
  });
});

describe('a password', () => {
  const both = (password: string) => errors({ password, confirmPassword: password });

  it.each([
    'fifteen chars!!',
    '     s e v e n ',
    '🍁🚣🌊🏛️⚖️🖋️🕯️🌲🐻🚣🌊🏛️⚖️🖋️🕯️',
    `${'green boats '.repeat(10)}at noon.`,
  ])('may be any 15 to 128 characters: %j', (password) => {
    expect(both(password)).toEqual({});
  });

  it.each([
    ['fourteen chars', 'passwordShort'],
    ['🍁🚣🌊🏛⚖🖋🕯🌲🐻🦌🌻⛵🎻🧭', 'passwordShort'],
    [`${'green boats '.repeat(10)}at noon..`, 'passwordLong'],
    ['Password12345678', 'passwordCommon'],
    [' '.repeat(15), 'passwordCommon'],
  ])('%j: %s', (password, error) => {
    expect(both(password)).toEqual({ password: error });
  });

  it('does not hold the ONE-key ID, in whatever case, but may hold words of the e-mail address', () => {
    const password = 'boats of ANN.ROY2026';
    expect(errors({ password, confirmPassword: password })).toEqual({ password: 'passwordHoldsOneKeyId' });
    const named = 'green boats of Orchard Lane';
    expect(errors({ password: named, confirmPassword: named, email: 'orchard.lane@example.com' })).toEqual(
      {},
    );
  });

  it('is typed the same twice, however the keyboard composes it', () => {
    expect(errors({ confirmPassword: 'correct horse batterY' })).toEqual({
      confirmPassword: 'passwordsDiffer',
    });
    const composed = 'été à la mer, près de Gaspé'.normalize('NFC');
    expect(errors({ password: composed, confirmPassword: composed.normalize('NFD') })).toEqual({});
  });

  it('is checked the same after recovery', () => {
    const sent = { password: 'short', confirmPassword: 'other' };
    const issues = newPasswordForm.safeParse(sent).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual(['passwordShort', 'passwordsDiffer']);
  });
});

describe('the security questions', () => {
  it('differ, and so do the answers: said at the later field', () => {
    expect(errors({ question3: 'firstPet' })).toEqual({ question3: 'questionRepeated' });
    expect(errors({ answer2: ' rÉx! ' })).toEqual({ answer2: 'answerRepeated' });
  });

  it.each(['Li', '¿!?', 'é.'])('an answer like %j is too short', (answer1) => {
    expect(errors({ answer1 })).toEqual({ answer1: 'answerShort' });
  });

  it.each(['Ann.Roy2026', 'Correct-horse battery', '123', 'N / A', 'Ann@Example.com'])(
    'an answer like %j is too easy to guess',
    (answer3) => {
      expect(errors({ answer3, email: 'ann@example.com' })).toEqual({ answer3: 'answerGuessable' });
    },
  );

  it('are of the list', () => {
    expect(errors({ question1: 'what?' })).toEqual({ question1: 'chooseQuestion' });
  });
});

it('signing in only asks for both fields', () => {
  expect(signInForm.parse({ oneKeyId: ' Ann ', password: ' x ' })).toEqual({
    oneKeyId: 'Ann',
    password: ' x ',
  });
  const issues = signInForm.safeParse({}).error?.issues ?? [];
  expect(issues.map(({ message }) => message)).toEqual(['enterOneKeyId', 'enterPassword']);
});

it('what is wrong with the ID does not hide what is wrong with the rest', () => {
  expect(errors({ oneKeyId: 'ann', confirmPassword: 'other', question3: 'firstPet' })).toEqual({
    oneKeyId: 'oneKeyIdLength',
    confirmPassword: 'passwordsDiffer',
    question3: 'questionRepeated',
  });
});
