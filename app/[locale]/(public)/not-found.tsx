export { PageNotFound as default } from '@/app/ui/layout/page-not-found';
