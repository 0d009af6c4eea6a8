import type { Script, ScriptShares } from '../../model/document.js';
import { ONLY_SIMPLIFIED, ONLY_TRADITIONAL, openccDictionary } from './opencc-dictionary.js';

/**
 * Below this share of traditional among the telling characters a text is simplified: a name or a quotation makes no
 * other text of it.
 */
const SIMPLIFIED_BELOW = 0.15;
/**
 * From this share on it is traditional; some characters that look simplified (a 台 or 里, a scraper's conversion) do not
 * change that.
 */
const TRADITIONAL_FROM = 0.8;

/**
 * Which script a text is written in, and the share of each among the characters that tell: those written in one of the
 * two alone (县, 縣), neither those of both (人, 民) nor those that are one word here and another there (后, 里).
 */
export function detectScript(text: string): ScriptShares {
  const { traditional, simplified } = countFlags(text, openccDictionary().flags);
  const telling = traditional + simplified;
  return {
    script: tellScript(traditional, simplified),
    traditional: telling === 0 ? 0 : traditional / telling,
    simplified: telling === 0 ? 0 : simplified / telling,
    telling,
  };
}

/** The script of a text with so many telling characters of either kind. */
export function tellScript(traditional: number, simplified: number): Script {
  const share = traditional / Math.max(1, traditional + simplified);
  if (share < SIMPLIFIED_BELOW) return 'simplified';
  return share >= TRADITIONAL_FROM ? 'traditional' : 'mixed';
}

/** The telling characters of either script, and the flags of all characters together. */
export interface FlagCounts {
  readonly traditional: number;
  readonly simplified: number;
  readonly all: number;
}

/** A loop without branches and with nothing but integers, for it goes over every text. */
export function countFlags(text: string, flags: Uint8Array): FlagCounts {
  let traditional = 0;
  let simplified = 0;
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const flag = flags[text.charCodeAt(i)]!;
    traditional = (traditional + (flag & ONLY_TRADITIONAL)) | 0;
    simplified = (simplified + (flag & ONLY_SIMPLIFIED)) | 0;
    all |= flag;
  }
  return { traditional: traditional / ONLY_TRADITIONAL, simplified: simplified / ONLY_SIMPLIFIED, all };
}
