/** Tells what is wrong with a value that was read from JSON, and what should stand there. */
export type Complain = (message: string) => never;

/** The fields of one JSON object. `meaning` says in a few words what belongs in a field, for whoever left it out. */
export interface JsonFields {
  text(name: string, meaning: string): string;
  /** Null where there is none. */
  optionalText(name: string, meaning: string): string | null;
  optionalNumber(name: string, meaning: string): number | null;
  /** Zero or more. */
  wholeNumber(name: string, meaning: string): number;
  oneOf<Word extends string>(name: string, words: readonly Word[], fallback?: Word): Word;
  flag(name: string): boolean;
  list(name: string, meaning: string): readonly unknown[];
  /** Empty where there is none. */
  optionalList(name: string, meaning: string): readonly unknown[];
  texts(name: string, meaning: string): readonly string[];
}

/** @param place where the object stands, as in `frameworks[2] (四清)` */
export function readFields(value: unknown, place: string, complain: Complain): JsonFields {
  if (!isObject(value)) return complain(`${place} is no object { … }`);
  const expect = (name: string, meaning: string): never =>
    complain(`${place}: "${name}" ${value[name] === undefined ? 'is missing' : 'is wrong'}; it is ${meaning}`);
  const isAbsent = (name: string) => value[name] === undefined || value[name] === null;
  const take = <Type>(name: string, meaning: string, fits: (found: unknown) => found is Type): Type => {
    const found = value[name];
    return fits(found) ? found : expect(name, meaning);
  };
  const optionalList = (name: string, meaning: string) => (isAbsent(name) ? [] : take(name, meaning, isList));
  return {
    text: (name, meaning) => take(name, meaning, isText),
    optionalText: (name, meaning) => (isAbsent(name) ? null : take(name, `${meaning}, or null`, isText)),
    optionalNumber: (name, meaning) => (isAbsent(name) ? null : take(name, `${meaning}, or null`, isNumber)),
    wholeNumber: (name, meaning) => take(name, `${meaning}, a whole number`, isWholeNumber),
    oneOf(name, words, fallback) {
      if (isAbsent(name) && fallback !== undefined) return fallback;
      return words.find((word) => word === value[name]) ?? expect(name, `one of ${words.join(', ')}`);
    },
    flag: (name) => !isAbsent(name) && take(name, 'true or false', isFlag),
    list: (name, meaning) => take(name, `${meaning}, a list [ … ]`, isList),
    optionalList,
    texts(name, meaning) {
      const texts = optionalList(name, meaning);
      return texts.every(isText) ? texts : expect(name, meaning);
    },
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (found: unknown): found is string => typeof found === 'string';
const isNumber = (found: unknown): found is number => typeof found === 'number';
const isWholeNumber = (found: unknown): found is number => isNumber(found) && Number.isInteger(found) && found >= 0;
const isFlag = (found: unknown): found is boolean => typeof found === 'boolean';
const isList = (found: unknown): found is readonly unknown[] => Array.isArray(found);
