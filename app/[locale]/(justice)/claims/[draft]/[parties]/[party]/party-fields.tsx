import { getTranslations } from 'next-intl/server';
import { countries, provinces } from '@/app/[locale]/(justice)/postal-address-fields';
import { Checkbox, RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { Select } from '@/app/ui/form/select';
import type { PartyAnswers } from '@/lib/domain/claim/claim';
import {
  DISABILITIES,
  GUARDIAN_KINDS,
  ORGANISATION_KINDS,
  PARTY_KINDS,
  type PartyRole,
  partyName,
  REPRESENTATIONS,
} from '@/lib/domain/claim/party';
import { SHARED_ADDRESS } from '@/lib/domain/claim/shared-address';

/**
 * The fields of a plaintiff or a defendant. CSS alone hides the fields that an answer makes pointless: each
 * answer has an id (`kind` is the first of its group). A browser that does not support this shows all fields,
 * under headings.
 */
export function PartyFields({ role, others = [] }: { role: PartyRole; others?: readonly PartyAnswers[] }) {
  return (
    <div className="group/party">
      <KindField />
      <div className="group-has-[#kind-organisation:checked]/party:hidden">
        <PersonFields role={role} />
      </div>
      <div className="group-has-[#kind:checked]/party:hidden">
        <OrganisationFields />
      </div>
      <PostalAddressFields role={role} others={others} />
      <ReachFields />
      <RepresentationFields role={role} />
    </div>
  );
}

const heading = 'text-2xl!';

async function KindField() {
  const t = await getTranslations('claim.party');
  return (
    <RadioGroup
      name="kind"
      label={t('kind')}
      options={PARTY_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
    />
  );
}

async function PersonFields({ role }: { role: PartyRole }) {
  const [t, disabilities] = [await getTranslations('claim.party'), await getTranslations('underDisability')];
  return (
    <>
      <h2 className={heading}>{t('personHeading')}</h2>
      <TextField name="lastName" label={t('lastName')} />
      <Checkbox name="noFirstName" label={t('noFirstName')} />
      <div className="group-has-[#noFirstName:checked]/party:hidden">
        <TextField name="firstName" label={t('firstName')} />
        <TextField name="middleName" need="optional" label={t('middleName')} />
      </div>
      <RadioGroup
        name="underDisability"
        label={t('underDisability')}
        hint={t('underDisabilityHint')}
        options={DISABILITIES.map((value) => ({ value, label: disabilities(value) }))}
      />
      {role === 'plaintiff' && (
        <div className="group-has-[#underDisability:checked]/party:hidden">
          <GuardianFields />
        </div>
      )}
    </>
  );
}

async function GuardianFields() {
  const [t, kinds] = [await getTranslations('claim.party'), await getTranslations('guardianKind')];
  return (
    <>
      <h3>{t('guardianHeading')}</h3>
      <p>{t('guardianHint')}</p>
      <RadioGroup
        name="guardianKind"
        label={t('guardianKind')}
        options={GUARDIAN_KINDS.map((value) => ({ value, label: kinds(value) }))}
      />
      <TextField name="guardianName" label={t('guardianName')} />
    </>
  );
}

async function OrganisationFields() {
  const [t, kinds] = [await getTranslations('claim.party'), await getTranslations('organisationKind')];
  return (
    <>
      <h2 className={heading}>{t('organisationHeading')}</h2>
      <TextField name="organisationName" label={t('organisationName')} />
      <RadioGroup
        name="organisationKind"
        label={t('organisationKind')}
        options={ORGANISATION_KINDS.map((value) => ({ value, label: kinds(value) }))}
      />
    </>
  );
}

async function PostalAddressFields({ role, others }: { role: PartyRole; others: readonly PartyAnswers[] }) {
  const t = await getTranslations('claim.party');
  return (
    <>
      <TextField name="alsoKnownAs" need="optional" label={t('alsoKnownAs')} />
      <h2 className={heading}>{t('addressHeading')}</h2>
      {role === 'defendant' && (
        <>
          <p>{t('addressHint')}</p>
          <Checkbox name="addressUnknown" label={t('addressUnknown')} />
        </>
      )}
      {others.length > 0 && (
        <div className="group-has-[#addressUnknown:checked]/party:hidden">
          <Select
            name={SHARED_ADDRESS}
            need="unmarked"
            label={t('sameAddressAs')}
            placeholder={t('ownAddress')}
            options={others.map((party) => ({ value: party.id, label: partyName(party) }))}
          />
        </div>
      )}
      <div className="group-has-[#addressUnknown:checked,#sameAddressAs>option:not(:first-child):checked]/party:hidden">
        <TextField name="address" label={t('address')} width="full" />
        <TextField name="city" label={t('city')} />
        <Select name="country" label={t('country')} placeholder={t('choose')} options={await countries()} />
        <div className="group-has-[#country>option:not(:first-child,[value=CA],[value=US]):checked]/party:hidden">
          <Select
            name="province"
            label={t('province')}
            placeholder={t('choose')}
            options={await provinces()}
          />
        </div>
        <div className="group-has-[#country>option:is([value=CA],[value=US]):checked]/party:hidden">
          <TextField name="provinceElsewhere" need="optional" label={t('provinceElsewhere')} />
        </div>
        <TextField
          name="postalCode"
          need="unmarked"
          label={t('postalCode')}
          hint={t(role === 'defendant' ? 'postalCodeHintDefendant' : 'postalCodeHint')}
          width="medium"
        />
      </div>
    </>
  );
}

async function ReachFields() {
  const t = await getTranslations('claim.party');
  return (
    <>
      <h2 className={heading}>{t('reachHeading')}</h2>
      <TextField name="phone" need="optional" label={t('phone')} type="tel" width="medium" />
      <TextField name="email" need="optional" label={t('email')} type="email" />
    </>
  );
}

async function RepresentationFields({ role }: { role: PartyRole }) {
  const [t, words] = [await getTranslations('claim.party'), await getTranslations('representation')];
  const possible = REPRESENTATIONS.filter((value) => role === 'defendant' || value !== 'unknown');
  return (
    <>
      <h2 className={heading}>{t('representationHeading')}</h2>
      <RadioGroup
        name="representation"
        label={t('representation')}
        options={possible.map((value) => ({ value, label: words(value) }))}
      />
      <div className="group-has-[#representation-unknown:checked]/party:hidden group-has-[#representation:checked]/party:hidden">
        <h3>{t('lawyerHeading')}</h3>
        <TextField name="lawyerName" label={t('lawyerName')} />
        <TextField name="lawyerFirm" need="optional" label={t('lawyerFirm')} />
        <TextField
          name="lawyerNumber"
          need="optional"
          label={t('lawyerNumber')}
          hint={t('lawyerNumberHint')}
          width="medium"
        />
        <TextField name="lawyerPhone" need="optional" label={t('lawyerPhone')} type="tel" width="medium" />
        <TextField name="lawyerEmail" need="optional" label={t('lawyerEmail')} type="email" />
      </div>
    </>
  );
}
