import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Sealed, Sent, SheetChecked, SheetUp } from '@/app/[locale]/(home)/pictures';

/** The way of a claim in four pictures. */
export async function HowItWorks() {
  const t = await getTranslations('home.how');
  const steps = [
    ['upload', <SheetUp key="upload" />],
    ['check', <SheetChecked key="check" />],
    ['submit', <Sent key="submit" />],
    ['receive', <Sealed key="receive" />],
  ] as const;
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="mt-0!">
        {t('heading')}
      </h2>
      <ol className="grid max-w-none! gap-x-8 gap-y-6 sm:grid-cols-2 md:grid-cols-4">
        {steps.map(([name, picture], index) => (
          <Step key={name} picture={picture} heading={`${index + 1}. ${t(`${name}.heading`)}`}>
            {t(`${name}.words`)}
          </Step>
        ))}
      </ol>
    </section>
  );
}

function Step({ picture, heading, children }: { picture: ReactNode; heading: string; children: string }) {
  return (
    <li className="flex gap-4 md:block">
      <div className="w-20 shrink-0 md:mb-3 md:w-28">{picture}</div>
      <div>
        <h3 className="mt-0! mb-1!">{heading}</h3>
        <p className="mb-0!">{children}</p>
      </div>
    </li>
  );
}
