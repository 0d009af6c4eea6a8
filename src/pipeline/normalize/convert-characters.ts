import type { Script } from '../../model/document.js';
import { countFlags, tellScript } from './detect-script.js';
import { addEdit, createEditList, type Edits, NO_EDITS, SCRIPT } from './edits.js';
import { FULL_WIDTH_DISTANCE, FULL_WIDTH_RANGES, isFullWidth } from './full-width.js';
import {
  BEYOND_PLANE,
  CHANGES,
  ONLY_TRADITIONAL,
  type OpenccDictionary,
  openccDictionary,
  WORD_START,
} from './opencc-dictionary.js';
import { UnitWriter } from './unit-writer.js';

export interface ConvertedText {
  readonly text: string;
  readonly script: Script;
  /** Only where a character takes another number of code units than before; all other characters keep their offsets. */
  readonly edits: Edits;
}

/** Full-width letters and digits made half-width, and nothing else. */
export function narrowCharacters(text: string): string {
  if (!/[\uff0b\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(text)) return text;
  const output = new UnitWriter();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    output.writeUnit(isFullWidth(unit) ? unit - FULL_WIDTH_DISTANCE : unit);
  }
  return output.toString();
}

/**
 * Converts traditional characters to simplified and, unless `keepWidth` says otherwise, full-width letters and digits to
 * half-width, character for character. Marks (，。：（) keep their width.
 */
export function convertCharacters(text: string, keepWidth = false): ConvertedText {
  const tables = keepWidth ? openccDictionary() : conversionTables();
  const { script, changes, beyondPlane } = surveyText(text, tables);
  if (!changes && script !== 'traditional') return { text, script, edits: NO_EDITS };
  const converted = stabilize(
    script === 'traditional' ? convertWhole(text, tables) : convertChanging(text, tables),
    tables,
  );
  const sameLengths = !beyondPlane && converted.length === text.length;
  return { text: converted, script, edits: sameLengths ? NO_EDITS : findLengthChanges(text, converted) };
}

/** The dictionary with the full-width characters added to its tables: one look for each code unit. */
function conversionTables(): OpenccDictionary {
  if (wideTables !== null) return wideTables;
  const dictionary = openccDictionary();
  const characters = dictionary.characters.slice();
  const flags = dictionary.flags.slice();
  for (const range of FULL_WIDTH_RANGES) {
    for (let unit = range.charCodeAt(0); unit <= range.charCodeAt(1); unit++) {
      characters[unit] = unit - FULL_WIDTH_DISTANCE;
      flags[unit] = CHANGES;
    }
  }
  wideTables = { ...dictionary, characters, flags };
  return wideTables;
}

let wideTables: OpenccDictionary | null = null;

interface Survey {
  readonly script: Script;
  /** Whether some character may have to change. */
  readonly changes: boolean;
  /** Whether such a character lies, or comes to lie, beyond the Basic Multilingual Plane. */
  readonly beyondPlane: boolean;
}

function surveyText(text: string, { flags }: OpenccDictionary): Survey {
  const { traditional, simplified, all } = countFlags(text, flags);
  return {
    script: tellScript(traditional, simplified),
    changes: (all & CHANGES) !== 0,
    beyondPlane: (all & BEYOND_PLANE) !== 0,
  };
}

/**
 * A converted text may bring together what the dictionary has as a word, so the conversion is repeated until it rests.
 * From the second round on the text is simplified and read as such.
 */
function stabilize(text: string, tables: OpenccDictionary): string {
  let current = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = convertChanging(current, tables);
    if (next === current) break;
    current = next;
  }
  return current;
}

const MAX_ROUNDS = 8;

/** A traditional text, from one end to the other: the longest word of the dictionary first, else the single character. */
function convertWhole(text: string, tables: OpenccDictionary): string {
  const { flags, characters } = tables;
  const output = new UnitWriter();
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    const flag = flags[unit]!;
    if (flag & (WORD_START | BEYOND_PLANE)) {
      i = convertAt(text, i, true, tables, output);
      continue;
    }
    output.writeUnit(flag & CHANGES ? characters[unit]! : unit);
    i++;
  }
  return output.toString();
}

/**
 * A simplified or mixed text: only where a character changes, and the words around it. Words without a character of the
 * traditional script do not count, for a 打坏 here is no misspelt 打坯.
 */
function convertChanging(text: string, tables: OpenccDictionary): string {
  const { flags } = tables;
  const output = new UnitWriter();
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    if (!(flags[text.charCodeAt(i)]! & CHANGES)) continue;
    const start = Math.max(done, i - LONGEST_WORD);
    output.write(text, done, start);
    done = start;
    while (done <= i) done = convertAt(text, done, false, tables, output);
    i = done - 1;
  }
  if (done === 0) return text;
  output.write(text, done, text.length);
  return output.toString();
}

/** No word of the dictionary has more code units; a test counts them. */
export const LONGEST_WORD = 16;

/** Converts the word or character that begins at `index` and returns where it ends. */
function convertAt(
  text: string,
  index: number,
  allWords: boolean,
  tables: OpenccDictionary,
  output: UnitWriter,
): number {
  const { characters, flags, beyondPlane, matchWord } = tables;
  const unit = text.charCodeAt(index);
  const flag = flags[unit]!;
  if (flag & WORD_START) {
    const word = matchWord(text, index);
    if (word !== null && (allWords || hasTraditional(text, index, word.end, flags))) {
      output.write(word.value, 0, word.value.length);
      return word.end;
    }
  }
  if (flag & BEYOND_PLANE) {
    const point = text.codePointAt(index)!;
    const end = index + (point > 0xffff ? 2 : 1);
    const character = beyondPlane.get(point) ?? text.slice(index, end);
    output.write(character, 0, character.length);
    return end;
  }
  output.writeUnit(flag & CHANGES ? characters[unit]! : unit);
  return index + 1;
}

function hasTraditional(text: string, start: number, end: number, flags: Uint8Array): boolean {
  for (let i = start; i < end; i++) if (flags[text.charCodeAt(i)]! & ONLY_TRADITIONAL) return true;
  return false;
}

/** Where the texts, equal in their number of code points, differ in code units. */
function findLengthChanges(before: string, after: string): Edits {
  const edits = createEditList();
  let j = 0;
  for (let i = 0; i < before.length; ) {
    const from = unitsAt(before, i);
    const to = unitsAt(after, j);
    if (from !== to) addEdit(edits, i, i + from, SCRIPT, to);
    i += from;
    j += to;
  }
  return edits;
}

function unitsAt(text: string, index: number): number {
  return text.codePointAt(index)! > 0xffff ? 2 : 1;
}
