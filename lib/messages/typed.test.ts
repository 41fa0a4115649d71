import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isErrorKey } from '@/lib/messages/catalogue';

const root = path.resolve(import.meta.dirname, '../..');
const schemas = ['lib/domain', 'lib/web', 'app'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .map((file) => [`${folder}/${file}`, readFileSync(path.join(root, folder, file), 'utf8')] as const)
    .filter(([, text]) => text.includes('z.') || text.includes('domain/text')),
);

it('has every schema give its messages by errorKey, which the compiler checks', () => {
  const bare =
    /error: '\w+'|\.(?:min|max|length)\([^()]*, '\w+'\)|\.(?:refine|regex)\(.*, '\w+'\)|z\.string\('\w+'\)/;
  expect(schemas.length).toBeGreaterThan(20);
  expect(schemas.filter(([, text]) => bare.test(text)).map(([file]) => file)).toEqual([]);
});

it('knows a key under errors from any other text', () => {
  expect(['signInFailed', 'documentMissing.claim'].map(isErrorKey)).toEqual([true, true]);
  expect(['', 'documentMissing', 'toString', 'constructor.name', 'no.such.key'].map(isErrorKey)).toEqual(
    Array.from({ length: 5 }, () => false),
  );
});
