import { getTranslations } from 'next-intl/server';
import { refuseAll } from '@/app/[locale]/gallery/actions';
import { Controls } from '@/app/[locale]/gallery/controls';
import { Displays } from '@/app/[locale]/gallery/displays';
import { Checkbox } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { Frame } from '@/app/ui/layout/frame';
import { Nav } from '@/app/ui/layout/nav';

/** Every part in each of its states, in words that the pages have. The button shows all fields refused. */
export default async function GalleryPage() {
  const [t, contact, claim, common] = [
    await getTranslations('frame'),
    await getTranslations('contact'),
    await getTranslations('claim'),
    await getTranslations('common'),
  ];
  const links = [
    { href: '/account', words: t('myAccount') },
    { href: '/drafts', words: t('drafts') },
    { href: '/transactions', words: t('transactions') },
  ] as const;
  return (
    <Frame name={t('justice')} nav={<Nav label={t('menu')} links={links} />}>
      <Displays />
      <PageForm action={refuseAll} initial={{ firm: 'Okafor Lavoie LLP', noFirstName: 'on' }}>
        <Controls />
        <TextField name="firm" label={contact('firm')} />
        <Checkbox name="noFirstName" label={contact('noFirstName')} />
        <ButtonRow>
          <Button>{claim('saveAndContinue')}</Button>
          <Button look="secondary" type="button">
            {common('back')}
          </Button>
          <Button look="start" type="button">
            {common('continue')}
          </Button>
          <Button look="danger" type="button">
            {common('cancel')}
          </Button>
        </ButtonRow>
      </PageForm>
    </Frame>
  );
}
