import { notFound } from 'next/navigation';

/** Any other address under a language: the not-found page in that language. */
export default function Rest() {
  notFound();
}
