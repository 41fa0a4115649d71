import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { type Dict, isDict, Name, type NewObjects, Ref, Str, type Value } from '@/lib/pdf/syntax/objects';

/** Adds objects to a document of pdf-lib, as a revision adds them to a file. */
export function objectsIn({ context }: PDFDocument): NewObjects {
  const array = (values: Value[]) => {
    const items = PDFArray.withContext(context);
    for (const value of values) items.push(object(value));
    return items;
  };
  const dictionary = (entries: Map<string, Value>) => {
    const dict = PDFDict.withContext(context);
    for (const [key, value] of entries) dict.set(PDFName.of(key), object(value));
    return dict;
  };
  const object = (value: Value): PDFObject => {
    if (Array.isArray(value)) return array(value);
    return isDict(value) ? dictionary(value) : simple(value);
  };
  const added = (value: PDFObject) => {
    const { objectNumber, generationNumber } = context.register(value);
    return new Ref(objectNumber, generationNumber);
  };
  return {
    add: (value) => added(object(value)),
    addStream: (entries, bytes) => added(PDFRawStream.of(dictionary(entries), bytes)),
  };
}

function simple(value: Exclude<Value, Value[] | Dict>): PDFObject {
  if (value instanceof Ref) return PDFRef.of(value.number, value.generation);
  if (value instanceof Name) return PDFName.of(value.value);
  if (value instanceof Str) return PDFHexString.of(Buffer.from(value.bytes).toString('hex'));
  if (typeof value === 'number') return PDFNumber.of(value);
  if (typeof value === 'boolean') return value ? PDFBool.True : PDFBool.False;
  if (value === null) return PDFNull;
  throw new TypeError('pdf-lib writes its objects itself');
}
