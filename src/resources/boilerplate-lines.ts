import { DataFileError } from '../errors.js';
import { readTable } from './read-table.js';

/** What a web page puts around a report: a row of `structure/boilerplate.tsv`. */
export interface BoilerplateRow {
  /** `navigation`, `breadcrumb`, `paywall`, `share`, `rights`. */
  readonly kind: string;
  readonly pattern: string;
  readonly example: string;
  readonly counterExample: string;
  /** The pattern taken apart: words, and what may stand between them. */
  readonly parts: readonly Part[];
}

type Part = { readonly literal: string } | { readonly gap: keyof typeof GAPS };

/** Placeholders: what one stands for, as the fewest and the most characters and the characters it takes (null for any). */
const GAPS = {
  any: { least: 0, most: 200, only: null },
  words: { least: 1, most: 40, only: null },
  number: { least: 1, most: 12, only: '0123456789.,〇一二三四五六七八九十百千万' },
} as const;

/** A longer line is text, whatever it begins with. */
export const LONGEST_BOILERPLATE = 200;

const COLUMNS = ['kind', 'pattern', 'example', 'counter_example'];
const FILE = 'structure/boilerplate.tsv';

let rows: readonly BoilerplateRow[] | null = null;
let byFirst: ReadonlyMap<string, readonly BoilerplateRow[]> | null = null;

/** All rows. @throws DataFileError at a placeholder that nobody knows */
export function loadBoilerplateRows(): readonly BoilerplateRow[] {
  rows ??= readTable(FILE, COLUMNS).map(({ cells, line }) => ({
    kind: cells.kind!,
    pattern: cells.pattern!,
    example: cells.example!,
    counterExample: cells.counter_example!,
    parts: takeApart(cells.pattern!, line),
  }));
  return rows;
}

function takeApart(pattern: string, line: number): Part[] {
  const parts: Part[] = [];
  for (const piece of pattern.split(/(\{[^}]*\})/)) {
    if (piece === '') continue;
    if (!piece.startsWith('{')) parts.push({ literal: piece });
    else {
      const gap = piece.slice(1, -1);
      if (!Object.hasOwn(GAPS, gap)) {
        const known = Object.keys(GAPS).join(', ');
        throw new DataFileError(`data/${FILE}`, line, 2, `unknown placeholder {${gap}}; known: ${known}`);
      }
      parts.push({ gap: gap as keyof typeof GAPS });
    }
  }
  if (!parts.some((part) => 'literal' in part))
    throw new DataFileError(`data/${FILE}`, line, 2, 'a pattern needs a word that stands in the line');
  return parts;
}

/**
 * The row that takes the whole line for what a web page puts around a report, or null. Blanks, brackets around the line and the width of
 * characters make no difference.
 * @param line in simplified characters, without its newline
 */
export function matchBoilerplate(line: string): BoilerplateRow | null {
  if (line.length > LONGEST_BOILERPLATE) return null;
  const bare = bareLine(line);
  if (bare === '') return null;
  byFirst ??= indexRows();
  const takes = ({ parts }: BoilerplateRow) => holdsWords(parts, bare) && matchParts(parts, 0, bare, 0);
  return byFirst.get(bare.charAt(0))?.find(takes) ?? byFirst.get(ANYWHERE)?.find(takes) ?? null;
}

/** Where the rows stand that begin with a placeholder. */
const ANYWHERE = '{';

function indexRows(): ReadonlyMap<string, readonly BoilerplateRow[]> {
  const index = new Map<string, BoilerplateRow[]>();
  for (const row of loadBoilerplateRows()) {
    const first = row.pattern.charAt(0).toLowerCase();
    index.set(first, [...(index.get(first) ?? []), row]);
  }
  return index;
}

/** `【 首页 】` → `首页`; `Ａ：` → `a:`. */
function bareLine(line: string): string {
  const narrow = line.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return narrow
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/^[[({【〔［「|·•>›»*….-]{1,4}/, '')
    .replace(/[\])}】〕］」|·•>›»*:.。…-]{1,4}$/, '')
    .toLowerCase();
}

/** Cheaper than a try, and few lines get further. */
function holdsWords(parts: readonly Part[], line: string): boolean {
  return parts.every((part) => !('literal' in part) || line.includes(part.literal.toLowerCase()));
}

/** Bounded: a pattern has few gaps, a line few characters, and a gap ends where the word behind it is found. */
function matchParts(parts: readonly Part[], index: number, line: string, at: number): boolean {
  const part = parts[index];
  if (part === undefined) return at === line.length;
  if ('literal' in part) {
    const literal = part.literal.toLowerCase();
    return line.startsWith(literal, at) && matchParts(parts, index + 1, line, at + literal.length);
  }
  const { least, most, only } = GAPS[part.gap];
  for (let end = at; end <= Math.min(line.length, at + most); end++) {
    if (end > at && only !== null && !only.includes(line.charAt(end - 1))) return false;
    if (end - at >= least && matchParts(parts, index + 1, line, end)) return true;
  }
  return false;
}
