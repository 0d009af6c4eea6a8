import { type ConversionStep, compileStep, type RankedEntries } from './conversion-step.js';
import type { ConversionSteps } from './convert-steps.js';
import { type OpenccRecipe, REWORDING } from './opencc-configs.js';
import { compatibilityIdeographs, type DictionaryName, forEachEntry, loadEntries } from './opencc-package.js';

type Entry = readonly [source: string, value: string];

/** Which entries of a dictionary are taken. */
export type ChooseEntries = (name: DictionaryName, entries: Entry[]) => Entry[];

const takeAll: ChooseEntries = (_, entries) => entries;

/** The steps of a recipe, its dictionaries loaded and laid out. Compatibility ideographs (車 as U+F902) are made ordinary ones first. */
export async function loadSteps(recipe: OpenccRecipe, choose: ChooseEntries = takeAll): Promise<ConversionSteps> {
  const load = async (ranks: OpenccRecipe['chain'][number]): Promise<ConversionStep> => {
    const loaded: RankedEntries[] = [];
    for (const names of ranks) loaded.push(await loadRank(names, choose));
    return compileStep(loaded);
  };
  const steps: ConversionStep[] = [compatibilityStep()];
  for (const ranks of recipe.chain) steps.push(await load(ranks));
  return { segmentation: recipe.segmentation.length === 0 ? null : await load([recipe.segmentation]), steps };
}

async function loadRank(names: readonly DictionaryName[], choose: ChooseEntries): Promise<RankedEntries> {
  const entries: Entry[] = [];
  for (const name of names) {
    for (const entry of choose(name, listEntries(await loadEntries(name)))) entries.push(entry);
  }
  return { entries, rewords: names.some((name) => REWORDING.has(name)) };
}

function listEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  forEachEntry(text, (source, value) => entries.push([source, value]));
  return entries;
}

function compatibilityStep(): ConversionStep {
  return compileStep([{ entries: listEntries(compatibilityIdeographs), rewords: false }]);
}
