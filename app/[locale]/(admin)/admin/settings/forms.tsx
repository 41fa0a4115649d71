import { getTranslations } from 'next-intl/server';
import {
  proposeFee,
  proposeLimits,
  proposeNotice,
  proposeTerms,
} from '@/app/[locale]/(admin)/admin/settings/actions';
import { ReasonAndSend, Since } from '@/app/[locale]/(admin)/admin/settings/proposing';
import { TextArea, TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';

const t = () => getTranslations('adminSettings');

/** A notice in both languages, from a day until a day; left empty, there is none from that day on. */
export async function NoticeForm() {
  const words = await t();
  return (
    <PageForm action={proposeNotice}>
      <TextArea name="siteNoticeEn" need="optional" label={words('noticeEn')} hint={words('noticeHint')} />
      <TextArea name="siteNoticeFr" need="optional" label={words('noticeFr')} />
      <Since name="noticeFrom" />
      <TextField name="noticeUntil" need="optional" label={words('until')} width="medium" />
      <ReasonAndSend name="noticeReason" />
    </PageForm>
  );
}

export async function FeeForm() {
  const words = await t();
  return (
    <PageForm action={proposeFee}>
      <TextField name="dollars" label={words('dollars')} width="short" />
      <Since name="feeFrom" />
      <ReasonAndSend name="feeReason" />
    </PageForm>
  );
}

export async function LimitsForm() {
  const words = await t();
  return (
    <PageForm action={proposeLimits}>
      <TextField name="smallClaims" label={words('smallClaims')} width="medium" />
      <TextField name="simplified" label={words('simplified')} width="medium" />
      <Since name="limitsFrom" />
      <ReasonAndSend name="limitsReason" />
    </PageForm>
  );
}

/** Begins with the terms in force, which are then changed. */
export async function TermsForm({ en, fr }: { en: string; fr: string }) {
  const words = await t();
  return (
    <PageForm action={proposeTerms} initial={{ termsEn: en, termsFr: fr }}>
      <TextArea name="termsEn" label={words('termsEn')} hint={words('termsHint')} rows={16} />
      <TextArea name="termsFr" label={words('termsFr')} rows={16} />
      <Since name="termsFrom" />
      <ReasonAndSend name="termsReason" />
    </PageForm>
  );
}
