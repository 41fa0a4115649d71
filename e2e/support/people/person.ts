export type Person = { oneKeyId: string; password: string; email: string; answers: [string, string, string] };

let made = 0;

/** A person nobody has met before. */
export function newPerson(): Person {
  made += 1;
  const unique = `${Date.now().toString(36)}${process.pid.toString(36)}${made}`;
  return {
    oneKeyId: `journey-${unique}`,
    password: 'seven green boats at noon',
    email: `filer-${unique}@example.org`,
    answers: ['Biscuit', 'Cobourg', 'Maple Street'],
  };
}
