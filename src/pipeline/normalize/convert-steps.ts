import {
  type ConversionStep,
  DESCRIPTION,
  type DictionaryWord,
  EXCHANGED,
  endOfUnmatched,
  SINGLE,
  WORD_START,
} from './conversion-step.js';
import { addEdit, createEditList, type Edits, NO_EDITS, PHRASES, SCRIPT } from './edits.js';
import { mergeEdits } from './merge-edits.js';
import { UnitWriter } from './unit-writer.js';

/** A text after a conversion, and what leads to it: characters exchanged one for one are no edits. */
export interface Conversion {
  readonly text: string;
  readonly edits: Edits;
}

export interface ConversionSteps {
  /** Words that are converted by themselves, so that no later step sees a word across their edges; null for none. */
  readonly segmentation: ConversionStep | null;
  readonly steps: readonly ConversionStep[];
}

/** One step after the other over the whole text. */
export function convertSteps(text: string, { segmentation, steps }: ConversionSteps): Conversion {
  let edges = segmentation === null ? [] : findEdges(text, segmentation);
  let current = text;
  let edits: Edits = NO_EDITS;
  for (const step of steps) {
    // Compatibility ideographs are rare, and a look is cheaper than writing the text anew.
    if (!concerns(step, current)) continue;
    const next = convertStep(current, step, edges);
    edits = mergeEdits(edits, next.edits);
    current = next.text;
    edges = next.edges;
  }
  return { text: current, edits };
}

function concerns({ flags }: ConversionStep, text: string): boolean {
  for (let i = 0; i < text.length; i++) if ((flags[text.charCodeAt(i)]! & ~DESCRIPTION) !== 0) return true;
  return false;
}

/** Where words of the segmentation begin and end, in ascending order. */
function findEdges(text: string, step: ConversionStep): number[] {
  const edges: number[] = [];
  const { flags } = step;
  for (let i = 0; i < text.length; ) {
    const flag = flags[text.charCodeAt(i)]!;
    const word = flag & WORD_START ? step.matchWord(text, i, text.length) : null;
    if (word !== null) {
      if (edges.at(-1) !== i) edges.push(i);
      i += word.source.length;
      edges.push(i);
    } else i = flag === 0 ? i + 1 : endOfUnmatched(text, i, text.length, flags);
  }
  return edges;
}

interface StepOutcome extends Conversion {
  readonly edges: number[];
}

function convertStep(text: string, step: ConversionStep, edges: readonly number[]): StepOutcome {
  const { flags, characters } = step;
  const output = new UnitWriter();
  const edits = createEditList();
  const moved: number[] = [];
  let passed = 0;
  let shift = 0;
  let limit = edges[0] ?? text.length;
  for (let i = 0; i < text.length; ) {
    while (i >= limit && passed < edges.length) {
      moved.push(limit + shift);
      passed += 1;
      limit = edges[passed] ?? text.length;
    }
    const unit = text.charCodeAt(i);
    const flag = flags[unit]!;
    if (flag === 0 || flag === EXCHANGED) {
      output.writeUnit(flag === 0 ? unit : characters[unit]!);
      i++;
      continue;
    }
    const word = wordAt(text, i, limit, step, flag);
    if (word !== null) {
      const end = i + word.source.length;
      output.write(word.value, 0, word.value.length);
      const grown = word.value.length - word.source.length;
      if (grown !== 0 || word.rewords) addEdit(edits, i, end, word.rewords ? PHRASES : SCRIPT, word.value.length);
      shift += grown;
      i = end;
    } else if (flag & EXCHANGED) {
      output.writeUnit(characters[unit]!);
      i++;
    } else {
      const end = endOfUnmatched(text, i, limit, flags);
      output.write(text, i, end);
      i = end;
    }
  }
  return { text: output.toString(), edits, edges: moved };
}

function wordAt(text: string, index: number, limit: number, step: ConversionStep, flag: number): DictionaryWord | null {
  const word = flag & WORD_START ? step.matchWord(text, index, limit) : null;
  if (word !== null || (flag & SINGLE) === 0) return word;
  return step.singles.get(text.codePointAt(index)!) ?? null;
}
