import { download, orNotFound } from '@/app/api/download';
import { getReceipt } from '@/lib/data/receipts';
import { signedReceiptOf } from '@/lib/jobs/receipt';
import { currentActor } from '@/lib/web/session';

/** The signed receipt, to the filer whose it is and to staff; to anyone else there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/receipts/[reference]'>,
): Promise<Response> {
  const { reference } = await params;
  return orNotFound(async () => {
    const receipt = await getReceipt(await currentActor(), reference);
    return download(`${reference}.pdf`, 'application/pdf', await signedReceiptOf(receipt));
  });
}
