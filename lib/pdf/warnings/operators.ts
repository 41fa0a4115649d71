import { imageEnd } from '@/lib/pdf/read/unclosed-states';
import { Lexer } from '@/lib/pdf/syntax/lexer';
import type { Value } from '@/lib/pdf/syntax/objects';

const [zero, nine, plus, minus, dot] = [48, 57, 43, 45, 46];
const isDelimiter = new Uint8Array(256);
for (const character of '()<>[]{}/%') isDelimiter[character.charCodeAt(0)] = 1;

const isNumeric = (code: number) =>
  (code >= zero && code <= nine) || code === plus || code === minus || code === dot;

/**
 * Reads decoded content and tells each operator with its operands, as they come. An inline image is told as EI, without
 * its bytes. ISO 32000-2, 7.8.2.
 * @throws Damaged where the content ends within an operand; PdfRefused 'too-complex'
 */
export function readOperators(content: Buffer, on: (operator: string, operands: Value[]) => void): void {
  const lexer = new Lexer(content);
  let operands: Value[] = [];
  for (lexer.skipSpace(); lexer.at < content.length; lexer.skipSpace()) {
    const operand = operandAt(content, lexer);
    if (operand !== undefined) {
      operands.push(operand);
      continue;
    }
    const operator = lexer.word();
    if (operator === 'ID') lexer.at = imageEnd(content, lexer.at);
    on(operator === 'ID' ? 'EI' : operator, operands);
    operands = [];
  }
}

/** Undefined at an operator. */
function operandAt(content: Buffer, lexer: Lexer): Value | undefined {
  const code = content[lexer.at] ?? 0;
  if (isNumeric(code)) return Number.parseFloat(lexer.word());
  return isDelimiter[code] ? lexer.value() : undefined;
}
