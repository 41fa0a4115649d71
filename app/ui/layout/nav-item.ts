/** The look of an entry of the navigation: a line of the menu on a phone, else a word with a line below it. */
export const navItem =
  'flex min-h-11 w-full cursor-pointer items-center border-l-4 border-transparent px-4 text-left hover:bg-quiet hover:underline aria-[current]:border-action aria-[current]:font-semibold md:w-auto md:border-l-0 md:border-b-4 md:px-0 md:pt-3 md:pb-2 md:aria-[current]:text-link md:hover:bg-page';
