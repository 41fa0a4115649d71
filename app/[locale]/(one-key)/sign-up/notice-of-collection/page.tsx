import { Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';
import { termsVersions } from '@/lib/domain/account/terms';

export const generateMetadata = pageTitle('noticeOfCollection');

export default function NoticeOfCollectionPage() {
  return <Prose namespace="noticeOfCollection" values={{ version: termsVersions['one-key'] }} />;
}
