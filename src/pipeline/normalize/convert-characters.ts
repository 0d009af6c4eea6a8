import type { Script } from '../../model/document.js';
import { addEdit, createEditList, type Edits, NO_EDITS, SCRIPT } from './edits.js';
import {
  BEYOND_PLANE,
  ONLY_SIMPLIFIED,
  ONLY_TRADITIONAL,
  type OpenccDictionary,
  openccDictionary,
  WORD_START,
} from './opencc-dictionary.js';

export interface ConvertedText {
  readonly text: string;
  readonly script: Script;
  /** Only where a character takes another number of code units than before; all other characters keep their offsets. */
  readonly edits: Edits;
}

/** Full-width letters, digits, ＋ and ％ lie this far above their half-width forms. */
const FULL_WIDTH_DISTANCE = 0xfee0;
const FULL_WIDTH = new Uint8Array(65536);
for (const [from, to] of ['０９', 'ＡＺ', 'ａｚ', '＋＋', '％％']) {
  FULL_WIDTH.fill(1, from!.charCodeAt(0), to!.charCodeAt(0) + 1);
}

export function isFullWidth(unit: number): boolean {
  return FULL_WIDTH[unit] === 1;
}

/** Below this share of traditional among the telling characters a text is simplified: a name or a quotation makes no other text of it. */
const SIMPLIFIED_BELOW = 0.15;
/** From this share on it is traditional; some characters that look simplified (a 台 or 里, a scraper's conversion) do not change that. */
const TRADITIONAL_FROM = 0.8;

/**
 * Converts traditional characters to simplified and full-width letters and digits to half-width, character for character.
 * Marks (，。：（) keep their width.
 */
export function convertCharacters(text: string): ConvertedText {
  const dictionary = openccDictionary();
  const { script, changes } = survey(text, dictionary);
  if (!changes && script !== 'traditional') return { text, script, edits: NO_EDITS };
  const converted = stabilize(convert(text, dictionary, script === 'traditional'), dictionary);
  return { text: converted, script, edits: findLengthChanges(text, converted) };
}

/** The script of the text by its telling characters, and whether anything in it may have to change. */
function survey(text: string, dictionary: OpenccDictionary): { script: Script; changes: boolean } {
  const { characters, flags } = dictionary;
  let traditional = 0;
  let simplified = 0;
  let changes = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const flag = flags[unit]!;
    if (flag & ONLY_SIMPLIFIED) simplified++;
    else if (flag & ONLY_TRADITIONAL) traditional++;
    if (characters[unit] !== 0 || flag & BEYOND_PLANE || FULL_WIDTH[unit] !== 0) changes = true;
  }
  const share = traditional / Math.max(1, traditional + simplified);
  if (share < SIMPLIFIED_BELOW) return { script: 'simplified', changes };
  return { script: share >= TRADITIONAL_FROM ? 'traditional' : 'mixed', changes };
}

/**
 * Two words may meet in the converted text that did not stand side by side before the first of them was shortened to its simplified form, so the conversion is
 * repeated until it rests. Each round reads with the caution that simplified text asks for.
 */
function stabilize(text: string, dictionary: OpenccDictionary): string {
  let current = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = convert(current, dictionary, false);
    if (next === current) break;
    current = next;
  }
  return current;
}

const MAX_ROUNDS = 8;

/**
 * One pass, the longest word of the dictionary first, else the single character.
 * @param allWords whether words count that hold no traditional character: 土坏 is 土坯 in a traditional text, but a 打坏 of a simplified one is none
 */
function convert(text: string, dictionary: OpenccDictionary, allWords: boolean): string {
  const { characters, flags, beyondPlane } = dictionary;
  const output = new UnitWriter();
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    const flag = flags[unit]!;
    if (flag & WORD_START) {
      const word = dictionary.matchWord(text, i);
      if (word !== null && (allWords || hasTraditional(text, i, word.end, flags))) {
        output.write(word.value);
        i = word.end;
        continue;
      }
    }
    if (flag & BEYOND_PLANE) {
      const point = text.codePointAt(i)!;
      const length = point > 0xffff ? 2 : 1;
      output.write(beyondPlane.get(point) ?? text.slice(i, i + length));
      i += length;
      continue;
    }
    const simplified = characters[unit]!;
    output.writeUnit(simplified !== 0 ? simplified : FULL_WIDTH[unit] !== 0 ? unit - FULL_WIDTH_DISTANCE : unit);
    i++;
  }
  return output.toString();
}

function hasTraditional(text: string, start: number, end: number, flags: Uint8Array): boolean {
  for (let i = start; i < end; i++) if (flags[text.charCodeAt(i)]! & ONLY_TRADITIONAL) return true;
  return false;
}

/** Puts a string together from code units, block by block. */
class UnitWriter {
  private readonly blocks: string[] = [];
  private readonly block = new Uint16Array(8192);
  private used = 0;

  writeUnit(unit: number): void {
    if (this.used === this.block.length) this.flush();
    this.block[this.used++] = unit;
  }

  write(text: string): void {
    for (let i = 0; i < text.length; i++) this.writeUnit(text.charCodeAt(i));
  }

  toString(): string {
    this.flush();
    return this.blocks.join('');
  }

  private flush(): void {
    this.blocks.push(String.fromCharCode.apply(null, this.block.subarray(0, this.used) as unknown as number[]));
    this.used = 0;
  }
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
