import { download, orNotFound } from '@/app/api/download';
import { viewReceipt } from '@/lib/data/claim/staff-views';
import { signedReceiptOf } from '@/lib/jobs/issuing/receipt';
import { systemNow } from '@/lib/services/clock';

/** The signed receipt, for its filer and for staff. For anyone else it does not exist. */
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
