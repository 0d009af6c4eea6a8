/** Enough to narrow any phrase down; what stands behind costs time and leaves out little more. */
const MOST_TERMS = 24;

const UNKNOWN = 0;
const INDEXED = 1;
const LEFT_OUT = 2;
/** What is known of the characters below U+10000, found out as they come. */
const kinds = new Uint8Array(0x1_0000);

/**
 * Whether a character can be part of an indexed pair: neither a blank nor a control, for SQLite cuts words there. Only categories that no later
 * Unicode takes a character out of, as the version may be another one when the index is asked.
 */
function isIndexed(code: number): boolean {
  const known = kinds[code];
  if (known !== undefined && known !== UNKNOWN) return known === INDEXED;
  const indexed = !/[\p{Z}\p{Cc}\p{Cf}\p{Cs}]/u.test(String.fromCodePoint(code));
  if (known !== undefined) kinds[code] = indexed ? INDEXED : LEFT_OUT;
  return indexed;
}

/**
 * The words of the full-text index for a text, each once: every pair of neighbouring characters, and every character that none follows.
 * 三清。 → `三清 清。 。`
 */
export function listBigrams(text: string): string {
  const seen = new Set<number>();
  const words: string[] = [];
  let held = -1;
  let heldAt = 0;
  const add = (next: number, end: number) => {
    // Two code points in one number; -1 for none, which no code point is.
    const key = held * 0x20_0000 + next + 1;
    if (seen.has(key)) return;
    seen.add(key);
    words.push(text.slice(heldAt, end));
  };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!;
    const width = code > 0xffff ? 2 : 1;
    const indexed = isIndexed(code);
    if (held >= 0) add(indexed ? code : -1, indexed ? at + width : at);
    held = indexed ? code : -1;
    heldAt = at;
    at += width;
  }
  if (held >= 0) add(-1, text.length);
  return words.join(' ');
}

/**
 * A query of the full-text index that every text satisfies in which one phrase of each list stands.
 * @param required normalized phrases: a conjunction of alternatives
 * @returns null where nothing can be told from the phrases
 */
export function matchPhrases(required: readonly (readonly string[])[]): string | null {
  const clauses = required.flatMap((alternatives) => {
    const terms = alternatives.map(listTerms);
    if (terms.length === 0 || terms.some((list) => list.length === 0)) return [];
    return [`(${terms.map((list) => `(${list.join(' AND ')})`).join(' OR ')})`];
  });
  return clauses.length === 0 ? null : clauses.join(' AND ');
}

/** Whether the index alone tells, but for capitals, that a phrase stands in a text: one or two characters do not stand apart. */
export function isDecidedByIndex(phrase: string): boolean {
  const characters = [...phrase];
  return characters.length <= 2 && characters.every((character) => isIndexed(character.codePointAt(0)!));
}

/** The pairs of a phrase; of a character that stands alone in it, whatever pair it begins. */
function listTerms(phrase: string): string[] {
  const terms = new Set<string>();
  const characters = [...phrase];
  const indexed = characters.map((character) => isIndexed(character.codePointAt(0)!));
  for (let i = 0; i < characters.length && terms.size < MOST_TERMS; i++) {
    if (!indexed[i]) continue;
    if (indexed[i + 1] === true) terms.add(quoteTerm(characters[i]! + characters[i + 1]!));
    else if (indexed[i - 1] !== true) terms.add(`${quoteTerm(characters[i]!)} *`);
  }
  return [...terms];
}

function quoteTerm(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
