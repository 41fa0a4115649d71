/** A pattern for LIKE that finds the text anywhere. Its wildcards are escaped. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
