import type { Locale } from 'next-intl';
import { MAIL_KINDS, type MailKind } from '@/lib/domain/filing/mail-kind';
import { accountExamples } from '@/lib/mail/examples/account';
import { claimExamples } from '@/lib/mail/examples/claim';
import type { RenderedMail } from '@/lib/mail/render';
import type { catalogues } from '@/lib/messages/catalogue';

/** On what occasion a message of its kind is written; messages `adminCatalogue.variants.*`. */
type MailVariant = keyof (typeof catalogues)['en']['adminCatalogue']['variants'];

export type Renders = Partial<Record<MailVariant, (locale: Locale) => Promise<RenderedMail>>>;

export type MailExample = {
  /** Names it in an address. */
  name: string;
  kind: MailKind;
  variant: MailVariant;
  render: (locale: Locale) => Promise<RenderedMail>;
};

const byKind: Record<MailKind, Renders> = { ...claimExamples, ...accountExamples };

/** Every message that the service writes, from the code that writes it, with made-up data. */
export const mailExamples: readonly MailExample[] = MAIL_KINDS.flatMap((kind) =>
  (Object.entries(byKind[kind]) as [MailVariant, MailExample['render']][]).map(([variant, render]) => ({
    ...{ name: `${kind}_${variant}`, kind, variant },
    render,
  })),
);

/** The example of this name; undefined if there is none. */
export const findMailExample = (name: string): MailExample | undefined =>
  mailExamples.find((example) => example.name === name);
