import enAccount from '@/lib/messages/en/account.json';
import enAdmin from '@/lib/messages/en/admin.json';
import enClaim from '@/lib/messages/en/claim.json';
import enErrors from '@/lib/messages/en/errors.json';
import enFrame from '@/lib/messages/en/frame.json';
import enHome from '@/lib/messages/en/home.json';
import enMail from '@/lib/messages/en/mail.json';
import enOneKey from '@/lib/messages/en/one-key.json';
import enRecovery from '@/lib/messages/en/recovery.json';
import enSignIn from '@/lib/messages/en/sign-in.json';
import enSignUp from '@/lib/messages/en/sign-up.json';
import enTransactions from '@/lib/messages/en/transactions.json';
import enUsers from '@/lib/messages/en/users.json';
import enVerify from '@/lib/messages/en/verify.json';
import frAccount from '@/lib/messages/fr/account.json';
import frAdmin from '@/lib/messages/fr/admin.json';
import frClaim from '@/lib/messages/fr/claim.json';
import frErrors from '@/lib/messages/fr/errors.json';
import frFrame from '@/lib/messages/fr/frame.json';
import frHome from '@/lib/messages/fr/home.json';
import frMail from '@/lib/messages/fr/mail.json';
import frOneKey from '@/lib/messages/fr/one-key.json';
import frRecovery from '@/lib/messages/fr/recovery.json';
import frSignIn from '@/lib/messages/fr/sign-in.json';
import frSignUp from '@/lib/messages/fr/sign-up.json';
import frTransactions from '@/lib/messages/fr/transactions.json';
import frUsers from '@/lib/messages/fr/users.json';
import frVerify from '@/lib/messages/fr/verify.json';

/** Every text of the service in English; the keys are typed from these. */
export const en = {
  ...enAccount,
  ...enAdmin,
  ...enClaim,
  ...enErrors,
  ...enFrame,
  ...enHome,
  ...enMail,
  ...enOneKey,
  ...enRecovery,
  ...enSignIn,
  ...enSignUp,
  ...enTransactions,
  ...enUsers,
  ...enVerify,
};

export type Catalogue = typeof en;

/** The same keys in French. */
export const fr: Catalogue = {
  ...frAccount,
  ...frAdmin,
  ...frClaim,
  ...frErrors,
  ...frFrame,
  ...frHome,
  ...frMail,
  ...frOneKey,
  ...frRecovery,
  ...frSignIn,
  ...frSignUp,
  ...frTransactions,
  ...frUsers,
  ...frVerify,
};

/** Both catalogues, by language. */
export const catalogues = { en, fr };

type Leaves<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Key : `${Key}.${Leaves<Texts[Key]>}`;
}[keyof Texts & string];

/** A text under `errors`: what a form, a refusal or a schema answers with. */
export type ErrorKey = Leaves<Catalogue['errors']>;

type WithoutLists<Texts> = {
  [Key in keyof Texts as Texts[Key] extends readonly unknown[] ? never : Key]: Texts[Key] extends string
    ? string
    : WithoutLists<Texts[Key]>;
};

/** What a translator takes keys from: all but the lists of prose, which pages read whole. */
export type Messages = WithoutLists<Catalogue>;

type Titled<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string | readonly unknown[]
    ? never
    : (Texts[Key] extends { title: string } ? Key : never) | `${Key}.${Titled<Texts[Key]>}`;
}[keyof Texts & string];

/** A namespace with a `title`, which its page bears. */
export type TitledNamespace = Titled<Catalogue>;

/** A namespace that is a page to read: a title and sections. */
export type ProseNamespace = {
  [Key in keyof Catalogue]: Catalogue[Key] extends { title: string; sections: readonly unknown[] }
    ? Key
    : never;
}[keyof Catalogue];

/** Whether a text from outside, such as a query, names words under `errors`. */
export function isErrorKey(key: string): key is ErrorKey {
  let texts: unknown = en.errors;
  for (const part of key.split('.')) {
    if (typeof texts !== 'object' || texts === null || !Object.hasOwn(texts, part)) return false;
    texts = (texts as Record<string, unknown>)[part];
  }
  return typeof texts === 'string';
}
