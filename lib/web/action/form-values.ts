/** Passwords and codes prove a person's identity. Names that begin with $ are the framework's own. */
const notSaved = /^\$|password|passkey|oneTimeCode|recoveryCode/i;

/** The text fields of a form as they were sent, except passwords and codes. */
export function formValues(formData: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of formData) {
    if (typeof value === 'string' && !notSaved.test(name)) values[name] = value;
  }
  return values;
}

/**
 * The names of text fields with a NUL. No keyboard types it, and PostgreSQL can store it neither as text nor
 * as JSON.
 */
export function unreadableFields(formData: FormData): string[] {
  return [...formData].flatMap(([name, value]) =>
    typeof value === 'string' && value.includes('\0') ? [name] : [],
  );
}
