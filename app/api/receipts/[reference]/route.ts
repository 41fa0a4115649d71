import { download, orNotFound } from '@/app/api/download';
import { viewReceipt } from '@/lib/data/staff-views';
import { signedReceiptOf } from '@/lib/jobs/receipt';
import { systemNow } from '@/lib/services/clock';

/** The signed receipt, to the filer whose it is and to staff; to anyone else there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/receipts/[reference]'>,
): Promise<Response> {
  const { reference } = await params;
  return orNotFound(reference, async (actor) => {
    const receipt = await viewReceipt(actor, reference, systemNow());
    return download(`${reference}.pdf`, 'application/pdf', await signedReceiptOf(receipt));
  });
}
