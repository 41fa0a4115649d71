import { notFound } from 'next/navigation';

/** Any other address under a language: the page in that language that says so. */
export default function Rest() {
  notFound();
}
