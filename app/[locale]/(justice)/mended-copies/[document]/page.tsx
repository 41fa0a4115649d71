import { getTranslations } from 'next-intl/server';
import { laterHref } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { Changes } from '@/app/[locale]/(justice)/mended-copies/[document]/changes';
import { ComparedPage } from '@/app/[locale]/(justice)/mended-copies/[document]/compared-page';
import { choose } from '@/app/[locale]/(justice)/mended-copies/actions';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getMendedCopy, type MendedCopy } from '@/lib/data/claim/mended/mended-copies';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('mending');

/** More changed pages than these are only told of: each picture is drawn when it is asked for. */
const mostShown = 12;

/** What a mended copy of a document changes, before and after; the person chooses which of the two is filed. */
export default async function MendedCopyPage({ params }: { params: Promise<{ document: string }> }) {
  const { document } = await params;
  const { actor } = await requireProfile();
  const copy = await orNotFound(getMendedCopy(actor, document));
  const t = await getTranslations('mending');
  const { name, mending } = copy;
  const left = mending.pages.filter(({ becomes }) => becomes === null).length;
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="max-w-text wrap-anywhere">{t('intro', { name })}</p>
      <h2>{t('changesHeading')}</h2>
      <Changes mending={mending} />
      <p className="max-w-text">{t('same')}</p>
      {left > 0 && (
        <Alert look="warning" heading={t('numbersHeading')}>
          <p>{t('numbers', { before: copy.pages + left, after: copy.pages })}</p>
        </Alert>
      )}
      <Choice document={document} copy={copy} />
      {mending.pages.length > 0 && (
        <>
          <ComparedPages copy={copy} />
          <Choice document={document} copy={copy} />
        </>
      )}
    </>
  );
}

async function Choice({ document, copy }: { document: string; copy: MendedCopy }) {
  const t = await getTranslations('mending');
  const back = copy.isLater ? laterHref(copy.draft) : stepHref(copy.draft, 'documents');
  return (
    <PageForm action={choose}>
      <input type="hidden" name="document" value={document} />
      <ButtonRow>
        {copy.isUsed ? (
          <ButtonLink href={back}>{t('goOn')}</ButtonLink>
        ) : (
          <Button name="use" value="mended">
            {t('use')}
          </Button>
        )}
        <Button look="secondary" name="use" value="original">
          {t(copy.isUsed ? 'goBack' : 'keep')}
        </Button>
      </ButtonRow>
    </PageForm>
  );
}

async function ComparedPages({ copy }: { copy: MendedCopy }) {
  const t = await getTranslations('mending');
  const { pages } = copy.mending;
  const more = pages.length - mostShown;
  return (
    <>
      <h2>{t('pagesHeading')}</h2>
      {pages.slice(0, mostShown).map((changed) => (
        <ComparedPage key={changed.page} copy={copy} changed={changed} />
      ))}
      {more > 0 && <p>{t('more', { count: more })}</p>}
      <ul className="space-y-2">
        <li>
          <a href={`/api/documents/${copy.original}`}>{t('openOriginal')}</a>
        </li>
        <li>
          <a href={`/api/documents/${copy.mended}`}>{t('openMended')}</a>
        </li>
      </ul>
    </>
  );
}
