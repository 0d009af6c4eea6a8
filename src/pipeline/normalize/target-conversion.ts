import { type ConvertedText, convertCharacters, narrowCharacters } from './convert-characters.js';
import { type ConversionSteps, convertSteps } from './convert-steps.js';
import { detectScript } from './detect-script.js';
import { type Edits, NO_EDITS } from './edits.js';
import { type ChooseEntries, loadSteps } from './load-steps.js';
import { mergeEdits } from './merge-edits.js';
import { OPENCC_CONFIGS, type OpenccConfig, type OpenccRecipe, REWORDING } from './opencc-configs.js';

/** The script that a text is converted to: Mainland simplified, traditional as OpenCC writes it, as in Taiwan, as in Hong Kong. */
export type TargetScript = 'simplified' | 'traditional' | 'taiwan' | 'hongkong';

export const TARGET_SCRIPTS: readonly TargetScript[] = ['simplified', 'traditional', 'taiwan', 'hongkong'];

/** Converts a text. Each gives a text that it would not change any more, but for those of OpenCC's own configurations. */
export interface TextConversion {
  readonly convert: (text: string) => ConvertedText;
  /** The steps that a text of this kind goes through, to ask where a choice was open. */
  readonly stepsFor: (text: string) => ConversionSteps | Promise<ConversionSteps>;
}

/** @param width whether full-width letters and digits become half-width */
export async function loadTargetConversion(
  target: TargetScript,
  phrases: boolean,
  width: boolean,
): Promise<TextConversion> {
  return target === 'simplified' ? loadSimplifying(phrases, width) : loadTraditional(target, phrases, width);
}

/** Exactly what OpenCC does, once. */
export async function loadOpenccConversion(config: OpenccConfig, width: boolean): Promise<TextConversion> {
  const steps = await loadSteps(OPENCC_CONFIGS[config]);
  return {
    convert: (text) => ({
      ...convertSteps(width ? narrowCharacters(text) : text, steps),
      script: detectScript(text).script,
    }),
    stepsFor: () => steps,
  };
}

/** Words of Taiwan and Hong Kong, where the text is not simplified already: then its words are taken for the Mainland's. */
const MAINLAND_WORDS: OpenccRecipe = { segmentation: [], chain: [[['TWPhrasesRev'], ['HKPhrasesRev']]] };

async function loadSimplifying(phrases: boolean, width: boolean): Promise<TextConversion> {
  let simplifying: Promise<ConversionSteps> | null = null;
  const rewording = phrases ? await loadSteps(MAINLAND_WORDS, withoutOwnOutcomes) : null;
  return {
    convert(text) {
      if (rewording === null) return convertCharacters(text, !width);
      const { script } = detectScript(text);
      const reworded = script === 'simplified' ? { text, edits: NO_EDITS } : convertSteps(text, rewording);
      const converted = convertCharacters(reworded.text, !width);
      return { text: converted.text, script, edits: mergeEdits(reworded.edits, converted.edits) };
    },
    stepsFor() {
      simplifying ??= loadSteps(OPENCC_CONFIGS.t2s);
      return simplifying;
    },
  };
}

const REGIONS = {
  traditional: { fromSimplified: 's2t', reworded: 's2t', among: null },
  taiwan: { fromSimplified: 's2tw', reworded: 's2twp', among: 't2tw' },
  hongkong: { fromSimplified: 's2hk', reworded: 's2hkp', among: 't2hk' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, OpenccConfig | null>>>>;

/** A text rests after two or three; more only where words of the dictionary are strung together. */
const MAX_ROUNDS = 16;

/**
 * A traditional text is only made that of the region, for read as simplified its 后 and 里 would become other words; and its words are
 * left, as they may be those of the region already.
 */
async function loadTraditional(
  target: Exclude<TargetScript, 'simplified'>,
  phrases: boolean,
  width: boolean,
): Promise<TextConversion> {
  const { fromSimplified, reworded, among } = REGIONS[target];
  const simplified = await loadSteps(OPENCC_CONFIGS[phrases ? reworded : fromSimplified], withoutChains);
  const traditional = among === null ? { segmentation: null, steps: [] } : await loadSteps(OPENCC_CONFIGS[among]);
  const stepsFor = (text: string) => (detectScript(text).script === 'traditional' ? traditional : simplified);
  return {
    convert(text) {
      let current = width ? narrowCharacters(text) : text;
      let edits: Edits = NO_EDITS;
      for (let round = 0; round < MAX_ROUNDS; round++) {
        const next = convertSteps(current, stepsFor(current));
        if (next.text === current) break;
        edits = mergeEdits(edits, next.edits);
        current = next.text;
      }
      return { text: current, script: detectScript(text).script, edits };
    },
    stepsFor,
  };
}

/** Without words that others are reworded to: 程序, from 程式, is no 程序 of Taiwan that were a 进程. */
const withoutOwnOutcomes: ChooseEntries = (name, entries) => {
  if (!REWORDING.has(name)) return entries;
  const outcomes = new Set(entries.flatMap(([source, value]) => (source === value ? [] : [value])));
  return entries.filter(([source, value]) => source === value || !outcomes.has(source));
};

/**
 * Without words whose outcome would be reworded in turn (进程 → 程序, as 程序 → 程式); and the outcomes as words that stay, for some hold a word
 * themselves: 他汀類 → 史他汀類, 調製解調器 → 數據機 with 數據 in it.
 */
const withoutChains: ChooseEntries = (name, entries) => {
  if (!REWORDING.has(name)) return entries;
  const sources = new Set(entries.flatMap(([source, value]) => (source === value ? [] : [source])));
  const kept = entries.filter(([source, value]) => source === value || !sources.has(value));
  return [...kept, ...kept.map(([, value]) => [value, value] as const)];
};
