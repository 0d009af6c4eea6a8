import { FULL_WIDTH_DISTANCE, isFullWidth } from './full-width.js';
import { compatibilityIdeographs, traditionalCharacters, traditionalPhrases } from './opencc-package.js';

/** A character of a source text that may stand behind one of the normalized text. */
export interface Spelling {
  readonly character: string;
  /** Whether it becomes that character wherever it stands, whatever word it is part of. */
  readonly certain: boolean;
}

/**
 * All characters that normalizing may turn into `character`, itself among them: 发 is written 发, 發, 髮 …, A is written A or Ａ. By looking into the entries of
 * OpenCC's tables as they come: a phrase has few characters, and a table of all of them would take longer to build than to search with.
 * @param character one code point
 */
export function listSpellings(character: string): readonly Spelling[] {
  const found = new Set([character]);
  // Grows while it is gone through: what becomes another spelling is one as well.
  for (const spelling of found) for (const before of charactersBefore(spelling)) found.add(before);
  const rests = isOnly(outcomesOf(character), character);
  return [...found].map((spelling) => ({
    character: spelling,
    certain: rests && (spelling === character || isOnly(outcomesOf(spelling), character)),
  }));
}

function isOnly(outcomes: ReadonlySet<string>, character: string): boolean {
  return outcomes.size === 1 && outcomes.has(character);
}

/** What becomes `character` in one step, by itself or in a word. */
function charactersBefore(character: string): Set<string> {
  const before = new Set(keysOf(traditionalCharacters, character));
  for (const compatible of [character, ...before])
    for (const key of keysOf(compatibilityIdeographs, compatible)) before.add(key);
  for (const { from, to } of wordsWith(character)) {
    for (const [i, outcome] of to.entries()) if (outcome === character) before.add(from[i]!);
  }
  const unit = character.charCodeAt(0) + FULL_WIDTH_DISTANCE;
  if (isFullWidth(unit)) before.add(String.fromCharCode(unit));
  return before;
}

/** What `character` may become in one step. */
function outcomesOf(character: string): Set<string> {
  const alone = convertAlone(character);
  const outcomes = new Set([alone]);
  for (const { from, to } of wordsWith(character)) {
    for (const [i, source] of from.entries()) if (source === character) outcomes.add(to[i]!);
    // The outcome of a word is a word that stays, although its characters by themselves would change: 乾县.
    if (alone !== character && to.includes(character)) outcomes.add(character);
  }
  return outcomes;
}

function convertAlone(character: string): string {
  const unit = character.charCodeAt(0);
  if (isFullWidth(unit)) return String.fromCharCode(unit - FULL_WIDTH_DISTANCE);
  const compatible = replacementOf(compatibilityIdeographs, character);
  if (compatible !== null) return replacementOf(traditionalCharacters, compatible) ?? compatible;
  return replacementOf(traditionalCharacters, character) ?? character;
}

/** What parts entries and their halves; no dictionary has it as a character. */
function isSeparator(character: string): boolean {
  return character === '|' || character === ' ';
}

/** The keys of entries `key value|key value|…` with this value. */
function keysOf(entries: string, value: string): string[] {
  const keys: string[] = [];
  if (isSeparator(value)) return keys;
  const sought = ` ${value}`;
  for (let at = entries.indexOf(sought); at >= 0; at = entries.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (end === entries.length || entries.charAt(end) === '|') keys.push(entries.slice(entryStart(entries, at), at));
  }
  return keys;
}

function replacementOf(entries: string, key: string): string | null {
  if (isSeparator(key)) return null;
  const sought = `${key} `;
  for (let at = entries.indexOf(sought); at >= 0; at = entries.indexOf(sought, at + 1)) {
    if (at === entryStart(entries, at)) return entries.slice(at + sought.length, entryEnd(entries, at));
  }
  return null;
}

interface Word {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** The words of the dictionary with the character on either side. */
function* wordsWith(character: string): Generator<Word> {
  if (isSeparator(character)) return;
  for (let at = traditionalPhrases.indexOf(character); at >= 0; ) {
    const end = entryEnd(traditionalPhrases, at);
    const [from = '', to = ''] = traditionalPhrases.slice(entryStart(traditionalPhrases, at), end).split(' ');
    yield { from: [...from], to: [...to] };
    at = traditionalPhrases.indexOf(character, end);
  }
}

function entryStart(entries: string, at: number): number {
  return at === 0 ? 0 : entries.lastIndexOf('|', at - 1) + 1;
}

function entryEnd(entries: string, at: number): number {
  const end = entries.indexOf('|', at);
  return end < 0 ? entries.length : end;
}

/** Whether there are words in which the character stays as it is: 乾 in 乾隆, though by itself it becomes 干. */
export function mayStay(character: string): boolean {
  return outcomesOf(character).has(character);
}

/** Whether no word and no table changes the character. */
export function alwaysStays(character: string): boolean {
  return isOnly(outcomesOf(character), character);
}

/** What the character becomes wherever it stands; null where words decide. */
export function certainOutcome(character: string): string | null {
  const [outcome = character, ...others] = outcomesOf(character);
  return others.length === 0 && alwaysStays(outcome) ? outcome : null;
}
