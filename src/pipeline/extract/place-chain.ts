import { flagsAt, HAN, LATIN } from '../../language/characters.js';
import type { Span } from '../../model/span.js';
import { loadPlaceSuffixes } from '../../resources/place-suffixes.js';

/** A chain of places as it stands in the text, by its parts: 海东省 柳河市 桥东区. */
export type PlaceChain = readonly PlacePart[];

interface PlacePart {
  readonly name: string;
  /** 1 (province) to 5 (village); see `data/lexicon/place-suffixes.tsv`. */
  readonly level: number;
}

/** A name before its suffix is no longer than this; only those of autonomous places are (甲族乙族自治州). */
const MAX_NAME = 4;
const MAX_AUTONOMOUS = 12;
/** What no name holds: 我市, 各乡镇, 走进社区, 三个村, 某县, ××区. */
const NO_NAME = /^[我本该各每此这那其进让被把使]|[的在了是等某个多×○＊*]|走进|来到|深入|公司|企业|学校/u;
/** 某县, ××区, xx镇: the name is left out. */
const HIDDEN_NAME = /^(?:某{1,2}|[×○＊*]{1,4}|[xX]{1,4})$/u;
/** 全县, 跨县: a name of one character stands before 县 alone, and is none of these. */
const NO_SHORT_NAME = /[全外邻两几跨各同到出进回本我该某老穷强富兴]/u;
const COUNTY = '县';
const CITY_LEVEL = 2;

/**
 * The chain of places that a stretch begins with, or null.
 * @param hidden whether a place may be one whose name is left out (某县, ××区)
 */
export function readPlaceChain(text: string, { start, end }: Span, hidden = false): PlaceChain | null {
  let chain: PlacePart[] | null = null;
  for (let from = start; ; ) {
    const part = readPart(text, from, end, chain?.at(-1)?.level ?? 0, hidden);
    if (part === null) return chain;
    if (chain === null) chain = [part];
    else chain.push(part);
    from += part.name.length;
  }
}

/** The next part of a chain: a name with a suffix of a level below the one before. */
function readPart(text: string, from: number, end: number, above: number, hidden: boolean): PlacePart | null {
  const { index, levels } = loadPlaceSuffixes();
  const limit = Math.min(end, from + MAX_AUTONOMOUS + 1);
  const kinds = hidden ? HAN | LATIN : HAN;
  for (let i = from; i < limit && flagsAt(text, i) & kinds; i++) {
    const suffix = index.longestAt(text, i);
    if (suffix === null || i + suffix.length > end) continue;
    const level = levels.get(suffix)!;
    if (i === from && level > 0) continue;
    if (level === 0) return null;
    const name = text.slice(from, i);
    // 沙市区, 新市镇: a suffix right behind a name of one character belongs to the name.
    const next = index.longestAt(text, i + suffix.length);
    if (name.length === 1 && next !== null && levels.get(next)! > 0) continue;
    if (name.length > MAX_NAME && !suffix.startsWith('自治')) continue;
    // 苏州市昆山市: a city may lie in another.
    const below = level > above || (level === CITY_LEVEL && above === CITY_LEVEL);
    const named = isPlaceName(name, suffix) || (hidden && HIDDEN_NAME.test(name));
    return below && named ? { name: name + suffix, level } : null;
  }
  return null;
}

function isPlaceName(name: string, suffix: string): boolean {
  if (NO_NAME.test(name)) return false;
  return name.length > 1 || (suffix === COUNTY && !NO_SHORT_NAME.test(name));
}
