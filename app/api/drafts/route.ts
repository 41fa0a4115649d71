import { createTranslator } from 'next-intl';
import { tooOften } from '@/app/api/rate-limit';
import { findSender } from '@/app/api/uploadthing/sender';
import { MustWait, Refused } from '@/lib/data/access/errors';
import { ChangedElsewhere } from '@/lib/data/claim/answers';
import { catalogues } from '@/lib/messages/catalogue';
import { systemNow } from '@/lib/services/clock';
import { saveFormValues, sentForm } from '@/lib/web/action/draft-forms';
import { formValues, unreadableFields } from '@/lib/web/action/form-values';
import { noteRefusal } from '@/lib/web/action/refusals';
import { forgetSavedForm } from '@/lib/web/action/saved-form';
import { savedWords, whenSaved } from '@/lib/web/action/saved-words';
import type { Locale } from '@/lib/web/routes/paths';
import { localeOf } from '@/lib/web/routes/routing';

/** In bytes: the most that browsers send when a page is left. The form of a step is far smaller. */
const LARGEST = 64 * 1024;

/**
 * Saves the form of a claim's page unchecked, while the person fills it in or leaves the page. Takes the
 * form's fields and `path`, its page. It is a separate route, because a server action sent while another page
 * opens is lost. Answers when the form was saved, in words; 403 if the session has ended, 404 if the draft is
 * submitted or deleted, 409 if it has too many parties, or another page saved something else meanwhile, 429 if it is sent
 * too often.
 */
export async function POST(request: Request): Promise<Response> {
  const refuse = (status: number) => new Response(null, { status });
  const sender = await findSender(request, 'write');
  if (typeof sender === 'string') return refuse(403);
  if (sender instanceof MustWait) return tooOften(request, sender);
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST)) return refuse(413);
  const form = await request.formData();
  if (unreadableFields(form).length > 0) return refuse(400);
  const values = formValues(form);
  const sent = sentForm.safeParse(values);
  if (!sent.success) return refuse(400);
  const now = systemNow();
  const tell = wordsIn(localeOf(values.path?.split('/')[1]), now);
  const saved = await saveFormValues(sender, sent.data, values, now).catch((error: unknown) => {
    if (error instanceof ChangedElsewhere) return tell.changed(error);
    if (error instanceof Refused) return 'refused';
    throw error;
  });
  if (saved instanceof Response) return saved;
  if (saved === 'refused') return refuse(409);
  if (!saved) {
    await noteRefusal(sender, 'send form', { path: sent.data.draft, why: 'draft' });
    return refuse(404);
  }
  if (values.path) await forgetSavedForm(values.path);
  return tell.saved();
}

/** The answers that the page shows, in its language. */
function wordsIn(locale: Locale, now: Date) {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'claim' });
  return {
    saved: () => Response.json({ saved: savedWords(t, now, now, locale) }),
    changed: ({ at }: ChangedElsewhere) =>
      Response.json(
        { changed: t('changed.notSaved', { when: whenSaved(t, at, now, locale) }) },
        { status: 409 },
      ),
  };
}
