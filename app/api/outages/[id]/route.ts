import { download, orNotFound } from '@/app/api/download';
import { tooOften } from '@/app/api/rate-limit';
import { MustWait } from '@/lib/data/access/errors';
import { getOutage } from '@/lib/data/court/outages';
import { signedOutageCertificate } from '@/lib/jobs/health/outage-certificate';
import { secondsToWait } from '@/lib/web/action/limit';
import { localeOf } from '@/lib/web/routes/routing';
import { visitorKeys } from '@/lib/web/session/visitor';

/** For anyone, the signed certificate of an outage, in the language of `?locale=`. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/outages/[id]'>,
): Promise<Response> {
  const { id } = await params;
  const seconds = await secondsToWait('download-register', await visitorKeys());
  if (seconds > 0) return tooOften(request, new MustWait(seconds));
  const locale = localeOf(new URL(request.url).searchParams.get('locale'));
  return orNotFound(id, async () => {
    const file = await signedOutageCertificate(await getOutage(id), locale);
    return download(
      locale === 'fr' ? 'attestation-panne.pdf' : 'outage-certificate.pdf',
      'application/pdf',
      file,
    );
  });
}
