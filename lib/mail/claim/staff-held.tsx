import { Action, Layout, Paragraph } from '@/lib/mail/layout';
import { type RenderedMail, renderMail } from '@/lib/mail/render';
import { mailTexts } from '@/lib/mail/texts';

/**
 * Tells staff, in both languages, that a filing needs a person. `code` is the reason, as the admin pages name
 * it.
 */
export function renderStaffHeld(held: {
  reference: string;
  code: string;
  url: string;
}): Promise<RenderedMail> {
  const [en, fr] = [mailTexts('en'), mailTexts('fr')];
  return renderMail(
    en('staffHeld.subject', held),
    <Layout locale="en" title={en('staffHeld.heading')}>
      <Paragraph>{en('staffHeld.words', held)}</Paragraph>
      <Paragraph>
        <span lang="fr">{fr('staffHeld.words', held)}</span>
      </Paragraph>
      <Action href={held.url}>{en('staffHeld.view')}</Action>
    </Layout>,
  );
}
