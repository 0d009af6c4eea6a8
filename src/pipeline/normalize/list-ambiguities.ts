import type { Ambiguity } from '../../model/document.js';
import { createSpan } from '../../model/span.js';
import { type ConversionStep, EXCHANGED, WORD_START } from './conversion-step.js';
import type { ConversionSteps } from './convert-steps.js';
import type { NormalizedText, Normalizer } from './create-normalizer.js';
import { EditOffsetMap } from './edit-offset-map.js';
import { type Edits, SCRIPT } from './edits.js';

/**
 * Every character of the source that may become several of the target script (后: 後 or 后), with what was chosen and the word
 * that decided; in order of place. What became another word altogether had no character to choose.
 */
export async function listAmbiguities(document: NormalizedText, normalizer: Normalizer): Promise<Ambiguity[]> {
  if (!(document.offsets instanceof EditOffsetMap)) throw new TypeError('the document does not come from a normalizer');
  const source = document.source.text;
  const steps = await normalizer.conversion.stepsFor(source);
  const choices = choicesOf(steps);
  const words = steps.steps.map((step) => findWords(source, step));
  const target = new TargetCharacters(document.text, document.offsets.edits);
  const ambiguities: Ambiguity[] = [];
  for (let i = 0; i < source.length; ) {
    const before = String.fromCodePoint(source.codePointAt(i)!);
    const candidates = choices(before);
    if (candidates.length > 1) {
      const after = target.at(i, before.length);
      if (after !== null) {
        const word = words.map((list) => list.around(i)).find((found) => found !== null) ?? null;
        ambiguities.push({ span: createSpan(i, i + before.length), before, after, candidates, word });
      }
    }
    i += before.length;
  }
  return ambiguities;
}

const known = new WeakMap<ConversionSteps, (character: string) => readonly string[]>();

/** What a character may become in all steps, one after the other, as single character or in some word. */
function choicesOf(steps: ConversionSteps): (character: string) => readonly string[] {
  const made = known.get(steps);
  if (made !== undefined) return made;
  const inWords = steps.steps.map(choicesInWords);
  const cache = new Map<string, readonly string[]>();
  const choose = (character: string) => {
    let list = cache.get(character);
    if (list === undefined) {
      let open = new Set([character]);
      for (const [k, step] of steps.steps.entries()) {
        open = new Set([...open].flatMap((one) => [ownOutcome(one, step), ...(inWords[k]!.get(one) ?? [])]));
      }
      list = [...open];
      cache.set(character, list);
    }
    return list;
  };
  known.set(steps, choose);
  return choose;
}

function ownOutcome(character: string, step: ConversionStep): string {
  const unit = character.charCodeAt(0);
  if (character.length === 1 && step.flags[unit]! & EXCHANGED) return String.fromCharCode(step.characters[unit]!);
  const single = step.singles.get(character.codePointAt(0)!);
  return single === undefined || single.rewords ? character : single.value;
}

/** By character: what it becomes in words of the same length. */
function choicesInWords(step: ConversionStep): ReadonlyMap<string, ReadonlySet<string>> {
  const choices = new Map<string, Set<string>>();
  for (const { source, value, rewords } of step.listWords()) {
    if (rewords) continue;
    const before = [...source];
    const after = [...value];
    if (before.length !== after.length) continue;
    for (const [i, character] of before.entries()) {
      const set = choices.get(character);
      if (set === undefined) choices.set(character, new Set([after[i]!]));
      else set.add(after[i]!);
    }
  }
  return choices;
}

interface WordList {
  /** The word that holds the character at `index`. Asked for in ascending order. */
  around(index: number): string | null;
}

/** The words that one walk over the text meets. */
function findWords(text: string, step: ConversionStep): WordList {
  const starts: number[] = [];
  const words: string[] = [];
  for (let i = 0; i < text.length; ) {
    const word = step.flags[text.charCodeAt(i)]! & WORD_START ? step.matchWord(text, i, text.length) : null;
    if (word !== null && !word.rewords) {
      starts.push(i);
      words.push(word.source);
    }
    i += word?.source.length ?? 1;
  }
  let next = 0;
  return {
    around(index) {
      while (next < starts.length && starts[next]! + words[next]!.length <= index) next++;
      return next < starts.length && starts[next]! <= index ? words[next]! : null;
    },
  };
}

/** The characters of the normalized text by their place in the source. Asked for in ascending order. */
class TargetCharacters {
  private readonly text: string;
  private readonly edits: Edits;
  private next = 0;
  private shift = 0;

  constructor(text: string, edits: Edits) {
    this.text = text;
    this.edits = edits;
  }

  /** Null where the character was taken out, or became part of another word. */
  at(index: number, width: number): string | null {
    const { edits } = this;
    while (this.next < edits.starts.length && edits.ends[this.next]! <= index) {
      this.shift += edits.lengths[this.next]! - (edits.ends[this.next]! - edits.starts[this.next]!);
      this.next++;
    }
    const start = edits.starts[this.next];
    if (start !== undefined && start <= index) {
      const alone = edits.ends[this.next]! - start === width && edits.rules[this.next] === SCRIPT;
      return alone ? this.text.slice(start + this.shift, start + this.shift + edits.lengths[this.next]!) : null;
    }
    const at = index + this.shift;
    return String.fromCodePoint(this.text.codePointAt(at)!);
  }
}
