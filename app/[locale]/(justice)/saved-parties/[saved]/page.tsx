import { getTranslations } from 'next-intl/server';
import { PartyFields } from '@/app/[locale]/(justice)/claims/[draft]/[parties]/[party]/party-fields';
import { change } from '@/app/[locale]/(justice)/saved-parties/actions';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getSavedParty } from '@/lib/data/claim/saved-parties';
import { splitProvince } from '@/lib/domain/contact/postal-address';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('savedParties.party');

/** The entries that later claims start from. */
export default async function SavedPartyPage({ params }: { params: Promise<{ saved: string }> }) {
  const { saved } = await params;
  const { actor } = await requireProfile();
  const { role, party } = await orNotFound(getSavedParty(actor, saved));
  const [t, common] = [await getTranslations('savedParties'), await getTranslations('common')];
  return (
    <>
      <h1>{t('party.title')}</h1>
      <p className="max-w-text">{t('party.intro')}</p>
      <PageForm action={change} initial={splitProvince(party)}>
        <input type="hidden" name="saved" value={saved} />
        <PartyFields role={role} />
        <ButtonRow>
          <Button>{t('save')}</Button>
          <ButtonLink look="secondary" href="/saved-parties">
            {common('back')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
