import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';
import { termsVersions } from '@/lib/domain/terms';

export const generateMetadata = pageTitle('noticeOfCollection');

export default function NoticeOfCollectionPage() {
  return <Prose namespace="noticeOfCollection" values={{ version: termsVersions['one-key'] }} />;
}
