/** Passwords and codes prove who somebody is; a name that begins with $ is the framework's own. */
const notKept = /^\$|password|passkey|oneTimeCode|recoveryCode/i;

/** The text fields of a form as they were typed, without passwords and codes. */
export function typedValues(formData: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of formData) {
    if (typeof value === 'string' && !notKept.test(name)) typed[name] = value;
  }
  return typed;
}

/** The names of text fields with a NUL, which no keyboard types and PostgreSQL keeps neither as text nor as JSON. */
export function unreadableFields(formData: FormData): string[] {
  return [...formData].flatMap(([name, value]) =>
    typeof value === 'string' && value.includes('\0') ? [name] : [],
  );
}
